package dev.ringline.simulator.rest.app;

import static java.util.Locale.ROOT;

import dev.ringline.simulator.app.App;
import dev.ringline.simulator.app.Apps;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paging;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.rest.SortOrder;
import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(Paths.ACCOUNT + "/apps")
class AppsController {

    private static final Schema BODY =
            Schema.empty().with("name", Rule.filledString().always());

    private final Apps apps;

    AppsController(Apps apps) {
        this.apps = apps;
    }

    @GetMapping
    Envelope list(@ModelAttribute AppQuery query, @ModelAttribute Paging paging) {
        List<App> found = apps.all().stream().filter(query::matches).toList();
        return paging.page(query.order() == SortOrder.ASC ? found : found.reversed(), AppView::of);
    }

    @PostMapping
    Envelope create(@RequestBody(required = false) @Nullable JsonNode body) {
        App app = apps.create(BODY.check(body).required("name").stringValue());
        return Envelope.of(Map.of("app", AppView.of(app)));
    }

    /** The newest first, unless told otherwise. */
    record AppQuery(
            @Nullable String search,
            @BindParam("sort_order") @Nullable SortOrder order) {

        private boolean matches(App app) {
            return search == null || app.name().toLowerCase(ROOT).contains(search.toLowerCase(ROOT));
        }
    }

    private record AppView(UUID id, String name, Instant createdAt) {

        private static AppView of(App app) {
            return new AppView(app.id(), app.name(), app.createdAt());
        }
    }
}
