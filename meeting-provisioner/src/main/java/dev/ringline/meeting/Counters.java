package dev.ringline.meeting;

/**
 * The three numbers of a provisioning.
 *
 * @param seen the highest sequence of the call's own events that took effect here
 * @param told the sequence of our last announcement, 0 before the first
 * @param version +1 with every stored change
 */
public record Counters(long seen, long told, long version) {

    static Counters first(long seen) {
        return new Counters(seen, 0, 1);
    }

    Counters changed() {
        return new Counters(seen, told, version + 1);
    }

    Counters saw(long sequence) {
        return new Counters(Math.max(seen, sequence), told, version);
    }

    Counters announced() {
        return new Counters(seen, told + 1, version);
    }
}
