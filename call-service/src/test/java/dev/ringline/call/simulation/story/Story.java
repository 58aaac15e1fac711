package dev.ringline.call.simulation.story;

import dev.ringline.call.FollowUps.BusyPolicy;
import dev.ringline.call.rules.CallCommand.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who does what in a run, each in this order; when each of it happens is left to chance. */
public record Story(Weather weather, List<Role> roles) {

    public static final List<String> USERS = List.of("alice", "bob", "carol");

    private static final List<Act> OF_A_DEVICE = List.of(
            Act.DIAL,
            Act.DIAL,
            Act.DIAL,
            Act.ALERT,
            Act.ANSWER,
            Act.ANSWER,
            Act.DECLINE,
            Act.END,
            Act.END,
            Act.MEDIA_UP,
            Act.MEDIA_LOST);
    private static final List<Act> OF_THE_PROVISIONER = List.of(
            Act.MEETING_READY,
            Act.MEETING_READY,
            Act.NO_MEETING,
            Act.JOINED,
            Act.LEFT,
            Act.SESSION_OVER,
            Act.DELIVERED);
    private static final List<Act> OF_A_REPLICA = List.of(Act.SWEEP, Act.TIMERS);
    private static final List<Act> OF_A_READER = List.of(Act.READ);
    private static final List<Act> OF_TIME = List.of(Act.PASS);
    private static final List<Act> OF_FATE =
            List.of(Act.KILL_REPLICA, Act.KILL_REPLICA, Act.KILL_READER, Act.KILL_READER, Act.REPLAY);

    /** What can be done. */
    public enum Act {
        DIAL,
        ALERT,
        ANSWER,
        DECLINE,
        END,
        MEDIA_UP,
        MEDIA_LOST,
        MEETING_READY,
        NO_MEETING,
        JOINED,
        LEFT,
        SESSION_OVER,
        DELIVERED,
        SWEEP,
        TIMERS,
        READ,
        PASS,
        KILL_REPLICA,
        KILL_READER,
        REPLAY
    }

    /**
     * The conditions of a run.
     *
     * @param mishapsInThousand how many of a thousand writes, sends and marks go wrong
     * @param perseverance in how many of a hundred steps an actor goes on before anybody else does
     * @param skewMillis how far at most the clock of a process is off
     */
    public record Weather(
            BusyPolicy busy, int mishapsInThousand, int perseverance, int skewMillis, boolean someSilent) {}

    /** One actor's part: everything it does, in order. */
    public record Role(String name, List<Turn> turns) {

        /** The device that a device's part belongs to. */
        public Actor device() {
            int slash = name.indexOf('/');
            return new Actor(name.substring(0, slash), name.substring(slash + 1));
        }
    }

    /** @param choice decides whatever the act leaves open */
    public record Turn(Act act, int choice) {}

    /** Any story. */
    public static Story of(SplittableRandom random) {
        Weather weather = new Weather(
                BusyPolicy.values()[random.nextInt(2)],
                random.nextInt(3) * 20,
                40 + random.nextInt(3) * 20,
                random.nextInt(2) * 400,
                random.nextInt(4) == 0);
        List<Role> roles = new ArrayList<>();
        for (String user : USERS) {
            roles.add(role(random, user + "/phone", 1 + random.nextInt(3), OF_A_DEVICE));
            roles.add(role(random, user + "/tablet", random.nextInt(2), OF_A_DEVICE));
        }
        roles.add(role(random, "the provisioner", random.nextInt(3), OF_THE_PROVISIONER));
        roles.add(role(random, "a sweeper", random.nextInt(3), OF_A_REPLICA));
        roles.add(role(random, "a reader", random.nextInt(4), OF_A_READER));
        roles.add(role(random, "another reader", random.nextInt(4), OF_A_READER));
        roles.add(role(random, "time", random.nextInt(3), OF_TIME));
        roles.add(role(random, "fate", random.nextInt(4), OF_FATE));
        return new Story(
                weather, roles.stream().filter(role -> !role.turns().isEmpty()).toList());
    }

    private static Role role(SplittableRandom random, String name, int turns, List<Act> acts) {
        return new Role(
                name,
                IntStream.range(0, turns)
                        .mapToObj(_ -> new Turn(acts.get(random.nextInt(acts.size())), random.nextInt(1 << 20)))
                        .toList());
    }

    /** How many turns there are in all. */
    public int length() {
        return roles.stream().mapToInt(role -> role.turns().size()).sum();
    }

    /** Every story that is a little less than this one: without an actor, without a turn, in better weather. */
    public Stream<Story> simpler() {
        Stream<Story> lessActors = IntStream.range(0, roles.size()).mapToObj(i -> with(i, List.of()));
        Stream<Story> lessTurns = IntStream.range(0, roles.size())
                .filter(i -> roles.get(i).turns().size() > 1)
                .boxed()
                .flatMap(i -> IntStream.range(0, roles.get(i).turns().size())
                        .mapToObj(turn -> with(i, without(roles.get(i).turns(), turn))));
        return Stream.of(lessActors, lessTurns, betterWeather()).flatMap(stories -> stories);
    }

    private Stream<Story> betterWeather() {
        return Stream.of(
                        new Weather(
                                weather.busy(), 0, weather.perseverance(), weather.skewMillis(), weather.someSilent()),
                        new Weather(
                                weather.busy(),
                                weather.mishapsInThousand(),
                                weather.perseverance(),
                                0,
                                weather.someSilent()),
                        new Weather(
                                weather.busy(),
                                weather.mishapsInThousand(),
                                weather.perseverance(),
                                weather.skewMillis(),
                                false))
                .filter(better -> !better.equals(weather))
                .map(better -> new Story(better, roles));
    }

    private Story with(int index, List<Turn> turns) {
        List<Role> fewer = new ArrayList<>(roles);
        if (turns.isEmpty()) {
            fewer.remove(index);
        } else {
            fewer.set(index, new Role(roles.get(index).name(), turns));
        }
        return new Story(weather, List.copyOf(fewer));
    }

    private static List<Turn> without(List<Turn> turns, int index) {
        List<Turn> rest = new ArrayList<>(turns);
        rest.remove(index);
        return List.copyOf(rest);
    }
}
