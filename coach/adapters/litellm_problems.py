"""What LiteLLM raises, in our words: the one place where its errors are told apart.

What a provider says is not repeated, since it may hold a part of the key or of the question. For the same reason it is
not kept as the cause: whoever logs an error would log that as well.
"""

from __future__ import annotations

import email.utils
import math
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass

from coach.errors import ModelAnswerUnusable, ModelProblem, ModelRefused, ModelUnavailable

_KEY = "Check the provider's key, in the environment or in Settings, and that the name is one of its models."
_NAME = "Check how the model's name is spelt (provider/name) and where COACH_API_BASE points."
ADDRESS = "Check that COACH_API_BASE is the address of a model server, most often ending in /v1, and not a web page."
_SHORTER = "Ask with fewer or shorter notes, or name a model that reads more at once."
RULES = "Word the request another way, or name another model."
_PAY = "Look at the account with the provider; asking again changes nothing."

# The name of a LiteLLM or OpenAI class: ours, what happened, and what to do where the general advice does not fit.
TABLE: dict[str, tuple[type[ModelProblem], str, str | None]] = {
    "Timeout": (ModelUnavailable, "did not answer in time", None),
    "APITimeoutError": (ModelUnavailable, "did not answer in time", None),
    "APIConnectionError": (ModelUnavailable, "could not be reached", None),
    "RateLimitError": (ModelUnavailable, "is asked too often just now", None),
    "CallerCredentialRateLimitError": (ModelUnavailable, "is asked too often with this key", None),
    "InternalServerError": (ModelUnavailable, "has trouble of its own", None),
    "ServiceUnavailableError": (ModelUnavailable, "is not there just now", None),
    "BadGatewayError": (ModelUnavailable, "cannot be reached behind its gateway", None),
    "MidStreamFallbackError": (ModelUnavailable, "broke off", None),
    "APIError": (ModelUnavailable, "has trouble of its own", None),
    "APIStatusError": (ModelUnavailable, "has trouble of its own", None),
    "OpenAIError": (ModelRefused, "cannot be asked as it is set up", _KEY),
    "AuthenticationError": (ModelRefused, "does not take the key", _KEY),
    "CallerCredentialAuthenticationError": (ModelRefused, "does not take the key", _KEY),
    "PermissionDeniedError": (ModelRefused, "is not open to this key", _KEY),
    "PaymentRequiredError": (ModelRefused, "wants the account to be paid for", _PAY),
    "BudgetExceededError": (ModelRefused, "has come to the end of its budget", _PAY),
    "NotFoundError": (ModelRefused, "is not known there", _NAME),
    "LiteLLMUnknownProvider": (ModelRefused, "names no provider that is known", _NAME),
    "ModelNotMappedError": (ModelRefused, "is not known", _NAME),
    "UnsupportedEndpointError": (ModelRefused, "cannot be asked this way", _NAME),
    "EndpointNotSupportedByModelError": (ModelRefused, "cannot be asked this way", _NAME),
    "ContextWindowExceededError": (ModelRefused, "cannot read so much at once", _SHORTER),
    "ContentPolicyViolationError": (ModelRefused, "does not answer this by its provider's rules", RULES),
    "RejectedRequestError": (ModelRefused, "does not answer this by its provider's rules", RULES),
    "GuardrailRaisedException": (ModelRefused, "does not answer this by its provider's rules", RULES),
    "BlockedPiiEntityError": (ModelRefused, "does not take what looks like personal data", RULES),
    "ModifyResponseException": (ModelRefused, "does not answer this by its provider's rules", RULES),
    "SensitiveDataRouteException": (ModelRefused, "does not take what looks like personal data", RULES),
    "BadRequestError": (ModelRefused, "does not understand the request", None),
    "InvalidRequestError": (ModelRefused, "does not understand the request", None),
    "MalformedRequestFieldError": (ModelRefused, "does not understand the request", None),
    "UnprocessableEntityError": (ModelRefused, "does not understand the request", None),
    "UnsupportedParamsError": (ModelRefused, "does not know a part of the request", None),
    "ImageFetchError": (ModelRefused, "does not understand the request", None),
    "VectorStoreSearchError": (ModelRefused, "does not understand the request", None),
    "APIResponseValidationError": (ModelAnswerUnusable, "answered in another shape than agreed", ADDRESS),
    "JSONSchemaValidationError": (ModelAnswerUnusable, "answered in another shape than agreed", None),
    "MockException": (ModelUnavailable, "has trouble of its own", None),
}


_STAYS = {402: "PaymentRequiredError", 403: "PermissionDeniedError", 413: "ContextWindowExceededError"}
_PASSES = {408, 409, 425, 429}
"""Of the answers that lay it to the request, the ones that another time may not."""
_SHAPELESS = {"BadRequestError", "UnsupportedParamsError", "UnprocessableEntityError"}
"""What a provider answers that does not know the shape it is asked to keep to, among other things."""
_OF_SHAPE = re.compile(r"response.?format|json.?(?:schema|object|mode)|structured.?output|output.?format|grammar", re.I)
_NO_MODEL = ("invalid response from LLM endpoint", "Expecting value: line 1 column 1 (char 0)")
"""What LiteLLM says of a web page that came with 200; it takes that for a trouble that passes, which it is not."""

_LOOP = "repeating the same chunk"
"""LiteLLM breaks off an answer that goes round in circles, and calls that a trouble that passes as well."""
_KEYLESS = re.compile(r"missing credentials|missing \S+ api key|api_key client option must be set", re.I)
"""The same of a key that is not there: nothing was even sent."""


@dataclass
class Fault(Exception):
    """What came of one try, with what decides whether there is another."""

    problem: ModelProblem
    """The error, in our words."""
    wait_s: float | None = None
    """How long the provider asks to wait."""
    is_of_shape: bool = False
    """Whether the provider says that it does not know the shape of answer that it was asked for."""
    may_be_of_shape: bool = False
    """Whether that may be what it means."""


def to_fault(error: Exception, model: str) -> Fault:
    """Return what came of a try that ended with an error, of LiteLLM's or of ours."""
    if isinstance(error, ModelProblem):
        return Fault(error)
    problem, kind, says = to_problem(error, model), type(error).__name__, str(error)
    is_of_shape = kind in {*_SHAPELESS, "InternalServerError"} and bool(_OF_SHAPE.search(says))
    may_be = kind in _SHAPELESS and getattr(error, "status_code", None) in {None, 400, 422}
    return Fault(problem, read_retry_after(error), is_of_shape, is_of_shape or may_be)


def to_problem(error: BaseException, model: str) -> ModelProblem:
    """Return ours for an error that LiteLLM let through, whatever it is."""
    if _KEYLESS.search(str(error)):
        return ModelRefused(f"{model} cannot be asked without a key.", _KEY)
    if _LOOP in str(error):
        return ModelAnswerUnusable(f"{model} said the same thing over and over and was broken off.")
    if any(sign in str(error) for sign in _NO_MODEL):
        return ModelAnswerUnusable(f"What answered for {model} does not speak as a model does.", ADDRESS)
    for name in _names_of(error):
        if name in TABLE:
            ours, happened, next_step = TABLE[name]
            return ours(f"{model} {happened} ({type(error).__name__}).", next_step)
    return ModelProblem(f"{model} could not be asked ({type(error).__name__}).")


def _names_of(error: BaseException) -> list[str]:
    names = [kind.__name__ for kind in type(error).__mro__]
    status = getattr(error, "status_code", None)
    # Some statuses have no class of their own with some providers: what lies with the request does not pass.
    if names[0] in {"APIError", "APIStatusError"} and isinstance(status, int) and 400 <= status < 500:
        return names if status in _PASSES else [_STAYS.get(status, "BadRequestError")]
    return names


def read_retry_after(error: BaseException) -> float | None:
    """Return how many seconds a provider asks to wait, in seconds or as a date; None when it does not say."""
    says = _find_header(error, "retry-after")
    try:
        seconds = float(says)
    except ValueError:
        seconds = _until(says)
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _find_header(error: BaseException, name: str) -> str:
    # Where LiteLLM keeps the headers differs by provider.
    held = (
        getattr(error, "litellm_response_headers", None),
        getattr(getattr(error, "response", None), "headers", None),
    )
    for headers in held:
        found = headers.get(name) if isinstance(headers, Mapping) else None
        if found is not None:
            return str(found)
    return ""


def _until(date: str) -> float:
    try:
        return email.utils.parsedate_to_datetime(date).timestamp() - time.time()
    except ValueError:
        return math.nan
