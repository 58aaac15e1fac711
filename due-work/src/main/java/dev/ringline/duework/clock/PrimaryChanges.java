package dev.ringline.duework.clock;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import java.util.Optional;

/** Learns from the driver when another member became primary. */
final class PrimaryChanges implements ClusterListener {

    private volatile Runnable listener = () -> {};

    void listen(Runnable changed) {
        listener = changed;
    }

    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        Optional<ServerAddress> now = primary(event.getNewDescription());
        if (now.isPresent() && !now.equals(primary(event.getPreviousDescription()))) {
            listener.run();
        }
    }

    private static Optional<ServerAddress> primary(ClusterDescription cluster) {
        return cluster.getServerDescriptions().stream()
                .filter(ServerDescription::isPrimary)
                .map(ServerDescription::getAddress)
                .findFirst();
    }
}
