"""What LiteLLM raises, in our words: the one place where its errors are told apart.

What a provider says is not repeated, since it may hold a part of the key or of the question; it stays as the cause.
"""

from __future__ import annotations

import math

from coach.errors import ModelAnswerUnusable, ModelProblem, ModelRefused, ModelUnavailable

_KEY = "Check the provider's key in the environment, and that the name is one of its models."
_NAME = "Check how the model's name is spelt (provider/name) and where COACH_API_BASE points."
_ADDRESS = "Check that COACH_API_BASE is the address of a model server, most often ending in /v1, and not a web page."
_SHORTER = "Ask with fewer or shorter notes, or name a model that reads more at once."
_RULES = "Word the request another way, or name another model."
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
    "ContentPolicyViolationError": (ModelRefused, "does not answer this by its provider's rules", _RULES),
    "RejectedRequestError": (ModelRefused, "does not answer this by its provider's rules", _RULES),
    "GuardrailRaisedException": (ModelRefused, "does not answer this by its provider's rules", _RULES),
    "BlockedPiiEntityError": (ModelRefused, "does not take what looks like personal data", _RULES),
    "ModifyResponseException": (ModelRefused, "does not answer this by its provider's rules", _RULES),
    "SensitiveDataRouteException": (ModelRefused, "does not take what looks like personal data", _RULES),
    "BadRequestError": (ModelRefused, "does not understand the request", None),
    "InvalidRequestError": (ModelRefused, "does not understand the request", None),
    "MalformedRequestFieldError": (ModelRefused, "does not understand the request", None),
    "UnprocessableEntityError": (ModelRefused, "does not understand the request", None),
    "UnsupportedParamsError": (ModelRefused, "does not know a part of the request", None),
    "ImageFetchError": (ModelRefused, "does not understand the request", None),
    "VectorStoreSearchError": (ModelRefused, "does not understand the request", None),
    "APIResponseValidationError": (ModelAnswerUnusable, "answered in another shape than agreed", _ADDRESS),
    "JSONSchemaValidationError": (ModelAnswerUnusable, "answered in another shape than agreed", None),
    "MockException": (ModelUnavailable, "has trouble of its own", None),
}


def to_problem(error: BaseException, model: str) -> ModelProblem:
    """Return ours for an error that LiteLLM let through, whatever it is."""
    if _is_no_model(error):
        return ModelAnswerUnusable(f"What answered for {model} does not speak as a model does.", _ADDRESS)
    for kind in type(error).__mro__:
        if kind.__name__ in TABLE:
            ours, happened, next_step = TABLE[kind.__name__]
            return ours(f"{model} {happened} ({type(error).__name__}).", next_step)
    return ModelProblem(f"{model} could not be asked ({type(error).__name__}).")


def read_retry_after(error: BaseException | None, otherwise: float) -> float:
    """Return how many seconds a provider asks to wait, or another number when it does not say."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        seconds = float(headers.get("retry-after", ""))
    except ValueError:
        return otherwise  # a date, or nothing: no provider that we know sends one
    return seconds if math.isfinite(seconds) and seconds >= 0 else otherwise


def _is_no_model(error: BaseException) -> bool:
    # LiteLLM calls a web page that came with 200 a trouble of the server's. It is not: trying again changes nothing.
    return type(error).__name__ == "InternalServerError" and "invalid response from LLM endpoint" in str(error)
