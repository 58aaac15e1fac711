package dev.ringline.notification.push.job;

import dev.ringline.notification.rules.push.Report;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/** Jobs without a store; what falls due is done when a test says that it is time. */
final class InMemoryJobs implements JobStore {

    private final Map<String, Job> stored = new TreeMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final Queue<Runnable> handed = new ArrayDeque<>();
    private Runnable beforeInsert = () -> {};
    private int finds;

    /** What happens elsewhere right before jobs are stored. */
    void beforeInsert(Runnable meanwhile) {
        beforeInsert = meanwhile;
    }

    @Override
    public synchronized Optional<Job> find(String id) {
        finds++;
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<Job> ofCall(String callId) {
        return stored.values().stream()
                .filter(job -> job.call().callId().equals(callId))
                .toList();
    }

    @Override
    public synchronized List<Job> insert(List<NewJob> jobs) {
        beforeInsert.run();
        List<NewJob> fresh = jobs.stream()
                .filter(job -> stored.putIfAbsent(job.job().id(), job.job()) == null)
                .toList();
        fresh.forEach(job -> reports.addAll(job.reports()));
        return fresh.stream().map(NewJob::job).toList();
    }

    @Override
    public void workOn(List<Job> jobs) {
        // it is done when a test says that it is time
    }

    @Override
    public synchronized void workNow(Job job, Runnable work) {
        handed.add(work);
    }

    /** Does what was to be done at once, as whoever stored it would. */
    void workOnWhatWasHanded() {
        for (Runnable work = handed.poll(); work != null; work = handed.poll()) {
            work.run();
        }
    }

    /** How often a job was read by its id. */
    synchronized int finds() {
        return finds;
    }

    @Override
    public synchronized boolean store(Job next, List<Report> told) {
        Job known = stored.get(next.id());
        if (known == null || known.version() != next.version() - 1) {
            return false;
        }
        stored.put(next.id(), next);
        reports.addAll(told);
        return true;
    }

    @Override
    public synchronized boolean storeAll(List<Job> nexts) {
        return nexts.stream().map(next -> store(next, List.of())).reduce(true, Boolean::logicalAnd);
    }

    synchronized List<Job> due(Instant now) {
        return stored.values().stream()
                .filter(job -> job.due() != null && !now.isBefore(job.due()))
                .toList();
    }

    synchronized List<Job> all() {
        return List.copyOf(stored.values());
    }

    synchronized List<Report> reports() {
        return List.copyOf(reports);
    }
}
