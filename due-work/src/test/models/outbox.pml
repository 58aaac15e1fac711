/*
 * The outbox in the document: one document, writers on their fast path, sweepers, a broker.
 *
 * Events are numbered by their sequence; a set of events is a bit mask. The store has a local image, which writes change at
 * once, and a majority image, which follows; a change of the primary throws away what only the local image had.
 * What goes wrong (a process dies, a send fails, the primary changes) is bounded by MISFORTUNES, so that everything comes to
 * rest, and what must be true in the end can be asserted.
 *
 * A lease is not modelled: sweepers may do the same work at the same time.
 */

#ifndef EVENTS
#define EVENTS 3
#endif
#ifndef WRITERS
#define WRITERS 2
#endif
#ifndef SWEEPERS
#define SWEEPERS 1
#endif
#ifndef MISFORTUNES
#define MISFORTUNES 2
#endif

#define BIT(s) (1 << ((s) - 1))
#define UP_TO(s) ((1 << (s)) - 1)

typedef Image {
  byte sequence;   /* of the newest event */
  byte pending;    /* not yet known to be published */
  bool due         /* whether a sweeper would look */
}

Image document;    /* as the primary has it */
Image majority;    /* as nobody can take it back any more */
byte term;         /* +1 with every new primary */

byte told;         /* what the topic holds */
byte underway;     /* sends given up by their sender that may still arrive */

byte misfortunes;

/* The promises. */
bool told_in_order = true;
bool told_only_what_is_stored = true;
bool everything_is_told = true;

#define MAY_GO_WRONG (misfortunes < MISFORTUNES)

inline lowest(events, s) {
  s = 1;
  do
  :: events & BIT(s) -> break
  :: else -> s++
  od
}

inline append(s) {
  told_in_order = ((told & UP_TO(s - 1)) == UP_TO(s - 1));
  assert(told_in_order);
  told_only_what_is_stored = (s <= majority.sequence);
  assert(told_only_what_is_stored);
  told = told | BIT(s)
}

inline mark(events) {
  document.pending = document.pending & ~(events);
#ifdef MARK_CLEARS_NEWER_DUE
  document.due = false
#else
  document.due = (document.pending != 0)
#endif
}

/* All of the snapshot in order, each acknowledged before the next; then what was acknowledged is taken out. */
inline publish() {
#ifdef MARK_BEFORE_ACK
  atomic { mark(snapshot) };
#endif
  do
  :: atomic { snapshot != 0 ->
       lowest(snapshot, s);
       snapshot = snapshot & ~BIT(s);
       if
       :: append(s);
          acknowledged = acknowledged | BIT(s)
       :: MAY_GO_WRONG ->                  /* no acknowledgement in time */
          misfortunes++;
          underway = underway | BIT(s);
#ifndef CONTINUE_AFTER_FAILED_SEND
          snapshot = 0
#endif
       :: MAY_GO_WRONG ->                  /* the process dies, and with it what it knew */
          misfortunes++;
          underway = underway | BIT(s);
#ifdef FORGET_PENDING_ON_CRASH
          mark(snapshot | BIT(s));
#endif
          snapshot = 0;
          acknowledged = 0
       fi;
       s = 0 }
  :: atomic { snapshot == 0 && acknowledged != 0 ->
       mark(acknowledged);
       acknowledged = 0;
       break }
  :: atomic { snapshot == 0 && acknowledged != 0 && MAY_GO_WRONG ->
       misfortunes++;                      /* dies between the last acknowledgement and the mark */
       acknowledged = 0;
       break }
  :: snapshot == 0 && acknowledged == 0 -> break
  od
}

/* By a majority, and by the primary that was asked. */
#ifdef PUBLISH_AFTER_UNKNOWN_OUTCOME
#define ACKNOWLEDGED true
#else
#define ACKNOWLEDGED (majority.sequence >= mine && term == since)
#endif

proctype Writer() {
  byte snapshot, acknowledged, s, mine, since;
end:
  do
  :: atomic { document.sequence < EVENTS ->
       mine = document.sequence + 1;
#ifdef PUBLISH_BEFORE_STORE
       append(mine);
#endif
       document.sequence = mine;
       document.pending = document.pending | BIT(mine);
       document.due = true;
       since = term;
#ifdef OWN_EVENT_ONLY
       snapshot = BIT(mine)
#else
       snapshot = document.pending         /* the document as the write left it */
#endif
     };
     if
     :: atomic { ACKNOWLEDGED -> mine = 0; since = 0 };
        publish()
     :: atomic { mine = 0; since = 0; snapshot = 0 }      /* an outcome that nobody knows, or a death */
     fi
  od
}

proctype Sweeper() {
  byte snapshot, acknowledged, s;
end:
  do
#ifdef SWEEP_WHAT_MAY_BE_ROLLED_BACK
  :: atomic { document.due && document.pending != 0 -> snapshot = document.pending };
#else
  :: atomic { majority.due && majority.pending != 0 -> snapshot = majority.pending };
#endif
     publish()
  od
}

#define BEHIND (majority.sequence != document.sequence || majority.pending != document.pending || majority.due != document.due)

inline copy(from, to) {
  to.sequence = from.sequence;
  to.pending = from.pending;
  to.due = from.due
}

proctype ReplicaSet() {
end:
  do
  :: atomic { BEHIND -> copy(document, majority) }
  :: atomic { BEHIND && MAY_GO_WRONG -> misfortunes++; copy(majority, document); term++ }
  od
}

/* What its sender gave up arrives late or never. */
proctype Network() {
  byte s;
end:
  do
  :: atomic { underway != 0 ->
       lowest(underway, s);
       underway = underway & ~BIT(s);
       if
       :: append(s)
       :: skip
       fi;
       s = 0 }
  od
}

/* When nobody has anything left to do. */
proctype Rest() {
  timeout;
  everything_is_told = (document.sequence == EVENTS && told == UP_TO(EVENTS) && document.pending == 0 && !document.due);
  assert(everything_is_told)
}

init {
  byte n;
  atomic {
    for (n : 1 .. WRITERS) { run Writer() }
    for (n : 1 .. SWEEPERS) { run Sweeper() }
    n = 0;
    run ReplicaSet();
    run Network();
    run Rest()
  }
}
