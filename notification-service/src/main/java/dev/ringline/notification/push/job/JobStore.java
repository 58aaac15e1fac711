package dev.ringline.notification.push.job;

import dev.ringline.notification.rules.push.Report;
import java.util.List;
import java.util.Optional;

/** Where jobs are kept; every write is compare-and-set, and stores what is to be reported with it. */
interface JobStore {

    Optional<Job> find(String id);

    List<Job> ofCall(String callId);

    /** Stores a new job and has it worked on when it is due; false if there is one for this call and device. */
    boolean insert(Job job, List<Report> reports);

    /**
     * Stores the {@linkplain Job#next() successor} of a job and has it worked on when it is due.
     *
     * @return false if somebody else was first
     */
    boolean store(Job next, List<Report> reports);
}
