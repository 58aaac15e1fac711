"""
What Ringline promises of every answer beyond what its OpenAPI documents can say operation by operation, and how the generated
requests get behind the doors: they are sent as several users, and most of those that are well formed name users, devices and
calls that there are.
"""

import json
import os
import random
import re

import schemathesis
from schemathesis.core.failures import ServerError
from schemathesis.core.parameters import ParameterLocation
from schemathesis.openapi.checks import JsonSchemaError, RejectedPositiveData, UnsupportedMethodResponse

TOKENS = json.loads(os.environ["RINGLINE_ATTACK_TOKENS"])
USERS = sorted(TOKENS)
DICE = random.Random(int(os.environ["RINGLINE_ATTACK_SEED"]))
DEVICE = "Ringline-Device"
ID = re.compile(r"[A-Za-z0-9._:@|+=~-]{1,128}")
CODE = re.compile(r"[a-z]+(-[a-z]+)*")

calls = []
cursors = []


@schemathesis.auth(refresh_interval=None)
class OneOfSeveralUsers:
    def get(self, case, context):
        return TOKENS[DICE.choice(USERS)]

    def set(self, case, token, context):
        case.headers["Authorization"] = f"Bearer {token}"


@schemathesis.hook
def before_call(context, case, kwargs):
    if well_formed(case, ParameterLocation.PATH):
        name_what_there_is(case.path_parameters)
    if well_formed(case, ParameterLocation.QUERY) and "before" in case.query and cursors:
        case.query["before"] = DICE.choice(cursors)
    if well_formed(case, ParameterLocation.HEADER) and DEVICE in case.headers and mostly():
        case.headers[DEVICE] = DICE.choice(["phone", "tablet"])
    if well_formed(case, ParameterLocation.BODY) and isinstance(case.body, dict) and "calleeId" in case.body:
        case.body["calleeId"] = a_user()
    if str((case.query or {}).get("wait")).isdigit() and int(case.query["wait"]) <= 25:
        case.query["wait"] = 0
    if case.path == "/v1/stream" and ID.fullmatch(str(case.headers.get(DEVICE, ""))):
        stay_outside(case)


def well_formed(case, location):
    part = case.meta.components.get(location) if case.meta else None
    return part is not None and part.mode.is_positive


def mostly():
    return DICE.random() < 0.75


def name_what_there_is(parameters):
    for name in ("callId", "messageId"):
        if name in parameters and calls and mostly():
            parameters[name] = DICE.choice(calls[-4:])
    if "userId" in parameters:
        parameters["userId"] = a_user()


def a_user():
    """Nobody outside of the attack is called or erased."""
    return DICE.choice(USERS) if mostly() else f"nobody-{DICE.randrange(100)}"


def stay_outside(case):
    """A stream that opens never ends."""
    case.headers["Authorization"] = "Bearer none"


@schemathesis.hook
def after_call(context, case, response):
    content = body_of(response)
    if isinstance(content, dict):
        calls.extend(found for found in [content.get("callId")] if isinstance(found, str))
        cursors.extend(found for found in [content.get("next")] if isinstance(found, str))


def body_of(response):
    try:
        return response.json()
    except ValueError:
        return None


@schemathesis.check
def status_is_described(ctx, response, case):
    described = {str(status) for status in case.operation.responses.status_codes}
    assert str(response.status_code) in described or may_be_met_anywhere(case, response), (
        f"{response.status_code} is described neither for the operation nor for all of them"
    )


@schemathesis.check
def refusal_is_a_problem_with_a_code(ctx, response, case):
    if response.status_code < 400 or response.request.method == "HEAD":
        return
    kind = response.headers.get("content-type", [""])[0]
    assert kind.startswith("application/problem+json"), f"The answer is {kind!r}"
    problem = body_of(response)
    assert isinstance(problem, dict), "The answer is no JSON object"
    assert CODE.fullmatch(str(problem.get("code"))), f"The code is {problem.get('code')!r}"
    assert problem.get("status") == response.status_code, f"The body speaks of {problem.get('status')}"
    assert problem.get("title") and problem.get("detail"), "Title or detail is missing"


def may_be_met_anywhere(case, response):
    """The document's introduction lists statuses and codes that any request may meet."""
    introduction = case.operation.schema.raw_schema["info"]["description"]
    anywhere = {(int(status), code) for code, status in re.findall(r"`([a-z-]+)`\s+\((\d{3})", introduction)}
    content = body_of(response)
    return isinstance(content, dict) and (response.status_code, content.get("code")) in anywhere


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Says no to what is none."""
    if isinstance(failure, ServerError):
        return True
    if isinstance(failure, (JsonSchemaError, RejectedPositiveData)) and may_be_met_anywhere(case, response):
        return False
    if isinstance(failure, RejectedPositiveData):
        return not is_wrong_in_a_way_that_no_schema_can_say(response)
    if isinstance(failure, UnsupportedMethodResponse) and is_described_by_another_service(case):
        return False
    asks_for_the_call_named_seen = case.path == "/v1/calls/seen" and case.method in ("GET", "OPTIONS")
    return not asks_for_the_call_named_seen


def is_described_by_another_service(case):
    """Behind the gateway one path may lead to two services: who is called how, and who is to be forgotten."""
    return case.path == "/v1/admin/users/{userId}" and case.method in ("PUT", "DELETE")


def is_wrong_in_a_way_that_no_schema_can_say(response):
    """
    A cursor of another list, a call to oneself, a device that neither header nor token names, a push service or a key that is
    none, a time zone that nobody knows. And the tool, where it follows one request with another, puts a header's name among
    the fields of a body.
    """
    wrong = [(error["field"], error["message"]) for error in (body_of(response) or {}).get("errors", [])]
    return bool(wrong) and all(
        field in ("before", DEVICE, "quietHours.zone", "quietHours.to")
        or field.startswith("subscription.")
        or (field, message) == ("calleeId", "must be somebody else")
        for field, message in wrong
    )
