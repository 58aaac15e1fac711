package dev.ringline.local;

import dev.ringline.local.machine.Ports;
import dev.ringline.local.part.IdentityPart;
import dev.ringline.local.part.KafkaPart;
import dev.ringline.local.part.MongodPart;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The ports of the stack, all at a fixed distance from one.
 *
 * @param base the gateway's port
 */
public record Addresses(int base) {

    public static final int DEFAULT_BASE = 8080;

    private static final int SPAN = 18;
    private static final int LOWEST = 1024;
    private static final int HIGHEST = 65_535 - SPAN;

    public Addresses {
        if (base < LOWEST || base > HIGHEST) {
            throw new IllegalArgumentException(
                    "The port base must be from %d to %d, but is %d.".formatted(LOWEST, HIGHEST, base));
        }
    }

    /** Ports that are all free now, for stacks beside the usual one. */
    public static Addresses free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 32_000))
                .mapToObj(Addresses::new)
                .filter(each -> each.byName().values().stream().allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow();
    }

    public int of(Service service) {
        return base + service.offset();
    }

    public int identityProvider() {
        return base + 6;
    }

    /** The gateway's metrics and probes, which its own port does not show to everybody. */
    public int gatewayManagement() {
        return base + 7;
    }

    public int kafka() {
        return base + 12;
    }

    int kafkaController() {
        return base + 13;
    }

    public int mongod() {
        return base + 17;
    }

    /** Every port with the part that wants it. */
    public Map<String, Integer> byName() {
        var ports = new LinkedHashMap<String, Integer>();
        Arrays.stream(Service.values()).forEach(service -> ports.put(service.module(), of(service)));
        ports.put(IdentityPart.NAME, identityProvider());
        ports.put("gateway-management", gatewayManagement());
        ports.put(KafkaPart.NAME, kafka());
        ports.put("kafka-controller", kafkaController());
        ports.put(MongodPart.NAME, mongod());
        return ports;
    }
}
