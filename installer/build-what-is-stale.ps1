# What the launcher for Linux and macOS does with find and flock: if a source is newer than the
# last build, build, one at a time. Called by federarium.cmd, which has set JAVA_HOME.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
Set-Location -LiteralPath $root
$built = 'target\launcher.built'
$log = 'target\launcher.log'
$javaArgs = 'desktop-app\target\java.args'

function Say([string] $words) { [Console]::Error.WriteLine("federarium: $words") }

function Test-ClassPath { # and of this folder, not of the one that it was copied from
    if (-not (Test-Path $javaArgs)) { return $false }
    $line = Select-String -Path $javaArgs -Pattern '^-cp "(.*)"$'
    if (-not $line) { return $false }
    $paths = $line.Matches[0].Groups[1].Value -split ';'
    if (-not $paths[0].StartsWith($root.Replace('\', '/') + '/')) { return $false }
    foreach ($path in $paths) {
        if (-not (Test-Path -LiteralPath $path)) { return $false }
    }
    return $true
}

function Test-Stale {
    if (-not (Test-Path $built) -or -not (Test-ClassPath)) { return $true }
    $since = (Get-Item $built).LastWriteTimeUtc
    $sources = 'pom.xml', 'desktop-app\pom.xml', 'embedded-node\pom.xml', 'desktop-app\src\main',
        'embedded-node\src\main', 'installer\java.args', 'scenarios', 'assets' |
        Where-Object { Test-Path $_ }
    $newer = Get-ChildItem -Path $sources -Recurse |
        Where-Object { $_.LastWriteTimeUtc -gt $since } | Select-Object -First 1
    return $null -ne $newer
}

function Lock-Build { # Windows gives the file free when its owner ends, however it ends
    for ($tries = 0; ; $tries++) {
        try {
            return [IO.File]::Open("$root\target\launcher.lock", 'OpenOrCreate', 'ReadWrite', 'None')
        } catch [IO.IOException] {
            if ($tries -eq 0) { Say 'waiting for another build' }
            Start-Sleep -Milliseconds 500
        }
    }
}

if (-not (Test-Stale)) { exit 0 }
if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
    Say 'needs Maven to build: choco install maven, or scoop install maven'
    exit 2
}
New-Item -ItemType Directory -Force target | Out-Null
$lock = Lock-Build
try {
    if (-not (Test-Stale)) { exit 0 }
    if (Test-Path $built) { Say 'building what has changed' }
    else { Say 'building; the first time, Maven downloads some 170 MB' }
    $started = Get-Date # what changes during the build is stale again
    cmd /c "mvn -q -B package -Dmaven.test.skip -Dspotless.check.skip >$log 2>&1"
    if ($LASTEXITCODE -ne 0) {
        Get-Content $log | ForEach-Object { [Console]::Error.WriteLine($_) }
        Say 'the build failed'
        exit 1
    }
    New-Item -ItemType File -Force $built | Out-Null
    (Get-Item $built).LastWriteTime = $started
} finally {
    $lock.Dispose()
}
