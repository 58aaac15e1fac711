package dev.ringline.notification.push.job;

import dev.ringline.notification.rules.push.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Jobs without a store; what falls due is done when a test says that it is time. */
final class InMemoryJobs implements JobStore {

    private final Map<String, Job> stored = new TreeMap<>();
    private final List<Report> reports = new ArrayList<>();

    @Override
    public synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public synchronized List<Job> ofCall(String callId) {
        return stored.values().stream()
                .filter(job -> job.call().callId().equals(callId))
                .toList();
    }

    @Override
    public synchronized boolean insert(Job job, List<Report> told) {
        if (stored.putIfAbsent(job.id(), job) != null) {
            return false;
        }
        reports.addAll(told);
        return true;
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
