package dev.ringline.benchmarks.world;

import dev.ringline.local.Home;
import dev.ringline.local.Service;
import dev.ringline.local.Stack;
import dev.ringline.local.part.Part;
import dev.ringline.local.part.ServicePart;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The services of the stack: which of them run, and whether as the stack starts them or as a row wants them. */
final class Services {

    private final Home home;
    private final Stack stack;
    private final Map<Service, ServiceCommand> commands = new EnumMap<>(Service.class);
    private final Map<Service, ServicePart> replacements = new EnumMap<>(Service.class);

    /** All of them must run. */
    Services(Home home, Stack stack) {
        this.home = home;
        this.stack = stack;
        for (Service service : Service.values()) {
            commands.put(service, ServiceCommand.of(process(service)));
        }
    }

    /** How the stack starts it. */
    ServiceCommand command(Service service) {
        return Objects.requireNonNull(commands.get(service));
    }

    ProcessHandle process(Service service) {
        return current(service)
                .process()
                .orElseThrow(() -> new IllegalStateException(service.module() + " does not run"));
    }

    /** Ends all services but these, so that nothing else uses the cores, and starts those of them that do not run. */
    void only(Set<Service> kept) {
        Set<Service> others = EnumSet.allOf(Service.class);
        others.removeAll(kept);
        others.forEach(this::end);
        kept.stream().filter(service -> !runs(service)).forEach(service -> stack.restart(service.module()));
    }

    /** Starts what does not run. */
    void all() {
        only(EnumSet.allOf(Service.class));
    }

    /**
     * Ends the service in good order and starts it anew at the same address, with the same data.
     *
     * @param change from how the stack starts it to how it is wanted
     */
    void replace(Service service, UnaryOperator<ServiceCommand> change) {
        current(service).stop();
        ServicePart replacement = new ServicePart(
                service.module(),
                stack.addresses().of(service),
                change.apply(command(service)).line(),
                home.log(service.module()));
        replacements.put(service, replacement);
        replacement.start();
    }

    /** Ends whatever took the place of a service. */
    void endReplacements() {
        Arrays.stream(Service.values()).filter(replacements::containsKey).forEach(this::end);
    }

    private boolean runs(Service service) {
        return current(service).process().filter(ProcessHandle::isAlive).isPresent();
    }

    private void end(Service service) {
        ServicePart replacement = replacements.remove(service);
        if (replacement != null) {
            replacement.stop();
        } else if (runs(service)) {
            stack.kill(service.module());
        }
    }

    private Part current(Service service) {
        ServicePart replacement = replacements.get(service);
        return replacement == null ? part(service) : replacement;
    }

    private Part part(Service service) {
        return stack.parts().stream()
                .filter(each -> each.name().equals(service.module()))
                .findFirst()
                .orElseThrow();
    }
}
