package dev.ringline.e2e.stage;

import com.mongodb.MongoException;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.mongodb.MongodProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/** A replica set whose members elect quickly. */
public final class MongoSet implements AutoCloseable {

    static final String NAME = "stage";

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final int STEP_DOWN_SECONDS = 5;

    private final List<Member> members;

    private MongoSet(List<Member> members) {
        this.members = members;
    }

    /** Returns when there is a primary. */
    static MongoSet start(int size, Path folder) {
        var program = MongodProgram.ofThisMachine().require();
        var set = new MongoSet(IntStream.range(0, size)
                .mapToObj(number -> new Member(program, folder.resolve("mongod-" + number)))
                .toList());
        set.members.forEach(Member::start);
        set.initiate();
        return set;
    }

    public List<Member> members() {
        return members;
    }

    public String uri(String database) {
        return "mongodb://%s/%s?replicaSet=%s".formatted(addresses(), database, NAME);
    }

    /** Waited for. */
    public Member primary() {
        Condition.within(LIMIT, OFTEN, () -> currentPrimary().isPresent());
        return currentPrimary().orElseThrow(() -> new IllegalStateException("No primary within " + LIMIT));
    }

    /** Those that are not the primary. */
    public List<Member> secondaries() {
        var primary = primary();
        return members.stream().filter(member -> member != primary).toList();
    }

    /** The primary gives its role away, if somebody takes it. */
    public void stepDown() {
        try {
            primary()
                    .command(new Document("replSetStepDown", STEP_DOWN_SECONDS)
                            .append("secondaryCatchUpPeriodSecs", 1)
                            .append("force", true));
        } catch (MongoException connectionsAreClosed) {
            // that is how a step-down ends
        }
    }

    /** Starts a member again that was killed; returns when it takes part. */
    public void startAgain(Member member) {
        member.start();
        awaitWhole();
    }

    /** Every member has its role. */
    public void awaitWhole() {
        if (!Condition.within(LIMIT, OFTEN, () -> members.stream().allMatch(Member::takesPart))) {
            throw new IllegalStateException("Not every member takes part within " + LIMIT);
        }
        primary();
    }

    @Override
    public void close() {
        members.forEach(Member::close);
    }

    private Optional<Member> currentPrimary() {
        return members.stream()
                .filter(member -> member.hello().getBoolean("isWritablePrimary", false))
                .findFirst();
    }

    private void initiate() {
        Condition.within(
                LIMIT,
                OFTEN,
                () -> members.stream().noneMatch(member -> member.hello().isEmpty()));
        try {
            members.getFirst().command(new Document("replSetInitiate", configuration()));
        } catch (MongoException unheard) {
            // if it was not done, there will be no primary
        }
        primary();
    }

    private Document configuration() {
        var hosts = IntStream.range(0, members.size())
                .mapToObj(number -> new Document("_id", number)
                        .append("host", members.get(number).address()))
                .toList();
        var quickly = new Document("electionTimeoutMillis", 3_000).append("heartbeatIntervalMillis", 500);
        return new Document("_id", NAME)
                .append("version", 1)
                .append("members", hosts)
                .append("settings", quickly);
    }

    private String addresses() {
        return members.stream().map(Member::address).collect(Collectors.joining(","));
    }
}
