@echo off
rem Builds what is stale, then starts Federarium: the dashboard, or with arguments the command line.
rem Whatever this script or a build says goes to standard error.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "root=%root:~0,-1%"

set "jdk="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do call :try "%%~dpj.."
for %%p in (
    "%ProgramFiles%\Eclipse Adoptium"
    "%ProgramFiles%\Java"
    "%ProgramFiles%\Microsoft"
    "%ProgramFiles%\Zulu"
    "%ProgramFiles%\Amazon Corretto"
    "%ProgramFiles%\BellSoft"
    "%LocalAppData%\Programs\Eclipse Adoptium"
    "%UserProfile%\.jdks"
) do for /d %%d in ("%%~p\*") do call :try "%%~d"
for /d %%d in ("%UserProfile%\scoop\apps\*jdk*") do call :try "%%~d\current"
if not defined jdk (
    echo federarium: needs a JDK 25 or later, and JAVA_HOME, PATH and the usual places have none: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
    exit /b 2
)
set "JAVA_HOME=%jdk%"

powershell -NoProfile -ExecutionPolicy Bypass -File "%root%\installer\build-what-is-stale.ps1" 1>&2
if errorlevel 1 exit /b %errorlevel%

rem ND4J is several times slower with more threads of its own.
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
"%JAVA_HOME%\bin\java.exe" "@%root%\desktop-app\target\java.args" federarium.desktop.Main %*
exit /b %errorlevel%

:try
rem Takes the folder if none is taken yet and its release file names a JDK of 25 or later.
if defined jdk exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    for /f "delims=.-+" %%m in ("%%~v") do if %%m geq 25 set "jdk=%~f1"
)
exit /b
