/*
 * One pair of users and the calls between them: dial, glare, answer, decline, cancel, hang-up and timeout, asked for by
 * devices that do what they like and by the alarms of several replicas. Every request loads a call and decides on what it
 * loaded, then stores by compare-and-set on the version, and decides anew when it was not first; between the two steps
 * everybody else may do anything.
 *
 * Device d is one of user d % 2. Each call rings until it is overdue: its deadline and the grace after it have passed.
 */

#ifndef DEVICES
#define DEVICES 3
#endif
#ifndef REQUESTS
#define REQUESTS 1
#endif
#ifndef REPLICAS
#define REPLICAS 1
#endif
#ifndef CALLS
#define CALLS 2
#endif

#define USER(device) ((device) % 2)
#define NO_CALL CALLS

mtype = { DIAL, ANSWER, STOP, TIMEOUT }               /* what is asked for; stop is cancel, decline or hang-up */
mtype = { NOTHING, RINGING, ONGOING, ENDED }          /* a state, or what a decision makes of it */

typedef Call {
  mtype state;
  byte version;
  byte dialler;          /* the user who calls */
  byte holder[2];        /* the device that holds each user's side */
  bool overdue;
  byte answers           /* devices that were told that they have answered */
}

Call calls[CALLS];
byte dialled;            /* how many calls there are */

/* The promises. */
bool one_live_call = true;
bool the_end_is_final = true;
bool answered_by_one_device = true;
bool answered_in_time = true;
bool time_ends_only_what_rings = true;
bool whoever_stops_sees_the_end = true;
bool nothing_rings_for_ever = true;

#define LIVE(call) (call < dialled && calls[call].state != ENDED)

/* What the pair's unique key finds; calls come one after another, so the newest is the one. */
inline find_live(call) {
  call = dialled;
  do
  :: call > 0 && !LIVE(call - 1) -> call--
  :: call > 0 && LIVE(call - 1) -> call--; break
  :: call == 0 -> call = NO_CALL; break
  od
}

/* Sets next to the state that is to be stored, or to NOTHING. */
inline decide() {
  next = NOTHING;
  ends_by_time = false;
  if
  :: wish == DIAL && call == NO_CALL -> next = RINGING
  :: else ->
     version = calls[call].version;
     late = calls[call].overdue;
     if
#ifdef TIMEOUT_WITHOUT_LOOKING
     :: wish == TIMEOUT && calls[call].state != ENDED -> next = ENDED; ends_by_time = true
#endif
#ifdef ANSWER_IGNORES_DEADLINE
     :: calls[call].state == RINGING && late && wish == TIMEOUT -> next = ENDED; ends_by_time = true
     :: calls[call].state == RINGING && !(late && wish == TIMEOUT) ->
#else
     :: calls[call].state == RINGING && late -> next = ENDED; ends_by_time = true
     :: calls[call].state == RINGING && !late ->
#endif
        if
        :: wish == STOP -> next = ENDED
        :: wish == ANSWER && USER(me) == calls[call].dialler
        :: wish == ANSWER && USER(me) != calls[call].dialler -> next = ONGOING
        :: wish == DIAL && USER(me) == calls[call].dialler && calls[call].holder[USER(me)] != me -> next = RINGING
        :: wish == DIAL && USER(me) == calls[call].dialler && calls[call].holder[USER(me)] == me
        :: wish == DIAL && USER(me) != calls[call].dialler -> next = ONGOING            /* glare */
        fi
     :: calls[call].state == ONGOING ->
        if
        :: wish == STOP -> next = ENDED
        :: wish == DIAL && calls[call].holder[USER(me)] != me -> next = ONGOING         /* moves to this device */
        :: else
        fi
     :: calls[call].state == ENDED
     fi
  fi
}

inline insert() {
  find_live(call);
  if
#ifdef GLARE_WITHOUT_UNIQUE_KEY
  :: dialled < CALLS ->
#else
  :: call == NO_CALL && dialled < CALLS ->
#endif
     one_live_call = (call == NO_CALL);
     assert(one_live_call);
     calls[dialled].state = RINGING;
     calls[dialled].dialler = USER(me);
     calls[dialled].holder[USER(me)] = me;
     dialled++;
     done = true
#ifndef GLARE_WITHOUT_UNIQUE_KEY
  :: call != NO_CALL                        /* a duplicate key: look again */
#endif
  :: dialled == CALLS -> done = true        /* the bound of this model */
  fi
}

#if defined(ANSWER_WITHOUT_COMPARE)
#define IS_FIRST (calls[call].version == version || next == ONGOING)
#elif defined(ANSWER_COMPARES_ONLY_LIFE)
#define IS_FIRST (calls[call].version == version || (next == ONGOING && LIVE(call)))
#elif defined(END_WITHOUT_COMPARE)
#define IS_FIRST (calls[call].version == version || next == ENDED)
#else
#define IS_FIRST (calls[call].version == version)
#endif

inline compare_and_set() {
  if
  :: IS_FIRST ->
     the_end_is_final = (calls[call].state != ENDED);
     assert(the_end_is_final);
     time_ends_only_what_rings = (!ends_by_time || calls[call].state == RINGING);
     assert(time_ends_only_what_rings);
     if
     :: next == ONGOING && !moves ->
        answered_in_time = !late;
        assert(answered_in_time);
        calls[call].answers++;
        answered_by_one_device = (calls[call].answers == 1);
        assert(answered_by_one_device)
     :: else
     fi;
     if
     :: next != ENDED -> calls[call].holder[USER(me)] = me
     :: else
     fi;
     calls[call].state = next;
     calls[call].version++;
     done = (!ends_by_time || wish == TIMEOUT || wish == STOP)
  :: !(IS_FIRST) ->
#ifdef END_GIVES_UP_AFTER_LOST_COMPARE
     done = (wish == STOP)
#else
     skip
#endif
  fi
}

/* Carries out a wish about a call; a dial is about the call that it finds. */
inline settle() {
  do
  :: atomic { !done ->
       if
       :: wish == DIAL -> find_live(call)
       :: else
       fi;
       decide();
       moves = (wish == DIAL && next == ONGOING && calls[call].state == ONGOING);
       done = (next == NOTHING) };
     atomic {
       if
       :: next == RINGING && call == NO_CALL -> insert()
       :: next != NOTHING && call != NO_CALL -> compare_and_set()
       :: next == NOTHING
       fi;
       next = NOTHING; version = 0; late = false; moves = false; ends_by_time = false }
  :: atomic { done ->
       whoever_stops_sees_the_end = (wish != STOP || calls[call].state == ENDED);
       assert(whoever_stops_sees_the_end);
       done = false; call = 0; wish = 0;
       break }
  od
}

proctype Device(byte me) {
  byte request, call, version;
  mtype wish, next;
  bool done, late, moves, ends_by_time;
  do
  :: atomic { request < REQUESTS ->
       request++;
       if
       :: wish = DIAL
       :: dialled > 0 -> wish = ANSWER; select(call : 0 .. dialled - 1)
       :: dialled > 0 -> wish = STOP; select(call : 0 .. dialled - 1)
       fi };
     settle()
  :: request == REQUESTS -> break
  od
}

/* A replica's timer, or its sweep: it knows the time, and nothing of what became of the call. */
proctype Alarm(byte ring) {
  byte me, call, version;      /* it is nobody's device: time only ends */
  mtype wish, next;
  bool done, late, moves, ends_by_time;
end:
  atomic { calls[ring].overdue -> call = ring; wish = TIMEOUT };
  settle()
}

proctype Clock(byte ring) {
end:
  atomic { LIVE(ring) -> calls[ring].overdue = true }
}

/* When nobody has anything left to do. */
proctype Rest() {
  byte call;
  timeout;
  do
  :: call < CALLS ->
     nothing_rings_for_ever = (calls[call].state != RINGING);
     assert(nothing_rings_for_ever);
     call++
  :: call == CALLS -> break
  od
}

init {
  byte n, replica;
  atomic {
    for (n : 0 .. DEVICES - 1) { run Device(n) }
    for (n : 0 .. CALLS - 1) {
      run Clock(n);
#ifndef RING_WITHOUT_DEADLINE
      for (replica : 1 .. REPLICAS) { run Alarm(n) }
#endif
    }
    n = 0;
    replica = 0;
    run Rest()
  }
}
