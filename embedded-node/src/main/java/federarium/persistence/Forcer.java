package federarium.persistence;

import java.io.IOException;
import java.time.Duration;

/**
 * Forces to the disk, in the background, what was committed.
 *
 * <p>A commit is with the operating system when it returns: that outlives the process, but not a
 * power cut. Forcing every file of every round takes longer than a small run does, so it happens
 * here, for all commits since the last time at once: blobs first, then the rows that name them,
 * then their number.
 */
final class Forcer implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Database database;
    private final FileBlobs blobs;
    private final CommitCount count;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("run-store-force").unstarted(this::run);
    private boolean closed;
    private boolean due;

    private Forcer(Database database, FileBlobs blobs, CommitCount count) {
        this.database = database;
        this.blobs = blobs;
        this.count = count;
    }

    static Forcer start(Database database, FileBlobs blobs, CommitCount count) {
        Forcer forcer = new Forcer(database, blobs, count);
        forcer.thread.start();
        return forcer;
    }

    /** Something was committed. */
    synchronized void wake() {
        due = true;
        notifyAll();
    }

    private void run() {
        while (awaitWork()) {
            force();
        }
    }

    private synchronized boolean awaitWork() {
        try {
            while (!due && !closed) {
                wait();
            }
            long until = System.nanoTime() + PAUSE.toNanos();
            for (long left = PAUSE.toMillis(); left > 0 && !closed; ) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        boolean work = due;
        due = false;
        return work;
    }

    private void force() {
        long commits = database.commits();
        try {
            blobs.force();
            database.sync();
            count.write(commits);
        } catch (IOException e) {
            database.fail(e);
        } catch (StorageException e) {
            // The next commit says so.
        }
    }

    /** Returns when everything committed is on the disk. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
