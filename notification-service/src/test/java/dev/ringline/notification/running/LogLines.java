package dev.ringline.notification.running;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** What the service logs meanwhile, as the keys and values of each line. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.ringline.notification");
    private final List<Map<String, String>> lines = new CopyOnWriteArrayList<>();

    LogLines() {
        setContext(logger.getLoggerContext());
        start();
        logger.addAppender(this);
    }

    List<Map<String, String>> with(String key, String value) {
        return lines.stream().filter(line -> value.equals(line.get(key))).toList();
    }

    /** A key that a line has twice, which no structured line may, shows by its value. */
    @Override
    protected void append(ILoggingEvent event) {
        Map<String, String> line = new HashMap<>(event.getMDCPropertyMap());
        Objects.requireNonNullElse(event.getKeyValuePairs(), List.<KeyValuePair>of())
                .forEach(pair -> line.merge(pair.key, String.valueOf(pair.value), (one, other) -> one + " twice"));
        lines.add(line);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
    }
}
