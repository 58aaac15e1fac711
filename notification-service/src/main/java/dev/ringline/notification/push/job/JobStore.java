package dev.ringline.notification.push.job;

import dev.ringline.notification.rules.push.Report;
import java.util.List;
import java.util.Optional;

/** Where jobs are kept; every write is compare-and-set, and stores what is to be reported with it. */
interface JobStore {

    Optional<Job> find(String id);

    List<Job> ofCall(String callId);

    /**
     * A job for a call and a device.
     *
     * @param reports what is to be told at once
     */
    record NewJob(Job job, List<Report> reports) {}

    /**
     * Stores jobs in one write, but for those whose call and device have one. This replica works on them once it is
     * {@linkplain #workOn told to}, any other when they are due.
     *
     * @return those that are new
     */
    List<Job> insert(List<NewJob> jobs);

    /** Has stored jobs worked on when they are due. */
    void workOn(List<Job> jobs);

    /**
     * Has a stored job that is due worked on in this process, without reading it again.
     *
     * @param work nothing happens if somebody changed the job meanwhile; if it fails, the job stays due
     */
    void workNow(Job job, Runnable work);

    /**
     * Stores the {@linkplain Job#next() successor} of a job and has it worked on when it is due.
     *
     * @return false if somebody else was first
     */
    boolean store(Job next, List<Report> reports);

    /**
     * Stores the {@linkplain Job#next() successors} of many jobs in one write and has them worked on when they are due.
     *
     * @return false if somebody else was first with any of them
     */
    boolean storeAll(List<Job> nexts);
}
