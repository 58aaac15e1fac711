package dev.ringline.simulator.control.fault;

import dev.ringline.simulator.control.ControlPaths;
import dev.ringline.simulator.fault.Faults;
import dev.ringline.simulator.fault.Faults.Armed;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ControlPaths.ROOT + "/faults")
class FaultsController {

    private final Faults faults;

    FaultsController(Faults faults) {
        this.faults = faults;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FaultView arm(@RequestBody FaultOrder order) {
        Armed armed = faults.arm(order.fault(), order.aim());
        return FaultView.of(armed);
    }

    @GetMapping
    List<FaultView> list() {
        return faults.all().stream().map(FaultView::of).toList();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        faults.clear();
    }
}
