package dev.ringline.simulator.control.fault;

import dev.ringline.simulator.fault.Fault;
import dev.ringline.simulator.fault.Faults;
import dev.ringline.simulator.fault.Faults.Armed;
import dev.ringline.simulator.fault.Operation;
import org.jspecify.annotations.Nullable;

/** A fault that was switched on. No operation is every operation; no number left is no limit. */
record FaultView(
        String kind,
        @Nullable Operation operation,
        @Nullable Integer left,
        double share,
        long seed) {

    static FaultView of(Armed armed) {
        Faults.Aim aim = armed.aim();
        return new FaultView(kindOf(armed.fault()), aim.operation(), armed.left(), aim.share(), aim.seed());
    }

    private static String kindOf(Fault fault) {
        return switch (fault) {
            case Fault.RateLimited _ -> FaultOrder.Kind.RATE_LIMITED.name();
            case Fault.SlowAnswer _ -> FaultOrder.Kind.SLOW_ANSWER.name();
            case Fault.Plain plain -> plain.name();
        };
    }
}
