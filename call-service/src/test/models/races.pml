/*
 * One pair of users and the calls between them: dial, glare, answer, decline, cancel, hang-up and timeout, by devices that
 * do what they like, and by the timers of several replicas. Each request loads the call, decides on what it loaded, and
 * stores by compare-and-set on the version; between its steps everybody else may do anything.
 *
 * The caller is user 0 or user 1; device d belongs to user d % 2. A decision looks at the clock; a request that began when
 * the call could not be answered any more is known by it (`late`), so that the promises do not rest on the rules' own word.
 */

#ifndef DEVICES
#define DEVICES 3
#endif
#ifndef REQUESTS
#define REQUESTS 2
#endif
#ifndef REPLICAS
#define REPLICAS 1
#endif
#ifndef CALLS
#define CALLS 2
#endif

#define NONE 255
#define USER(d) ((d) % 2)

mtype = { RINGING, ONGOING, ENDED }

typedef Call {
  mtype state;
  byte version;
  byte dialler;      /* a user */
  byte holder[2];    /* the device that holds each side */
  bool overdue       /* deadline and grace have passed */
}

Call calls[CALLS];
byte dialled;        /* how many calls there are */
byte answers[CALLS]; /* devices that were told that they have answered */

/* The promises. */
bool one_live_call = true;
bool the_end_is_final = true;
bool answered_by_one_device = true;
bool answered_in_time = true;
bool a_timeout_ends_only_what_rings = true;
bool who_ends_sees_the_end = true;
bool nothing_rings_for_ever = true;

