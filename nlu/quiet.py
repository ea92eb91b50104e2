"""Rasa without telemetry, chatter or logs, which would tell what clients say. Import this before anything of Rasa's."""

import logging
import os
import warnings

import structlog

os.environ.update(
    RASA_TELEMETRY_ENABLED="false",
    RASA_MAX_CACHE_SIZE="0",
    OPENBLAS_NUM_THREADS="1",  # one message is too small to share between cores
    SQLALCHEMY_SILENCE_UBER_WARNING="1",
    TF_CPP_MIN_LOG_LEVEL="3",
)
warnings.showwarning = lambda *_, **__: None  # filters do not last: what we import sets its own
logging.disable(logging.CRITICAL)
structlog.configure(logger_factory=structlog.ReturnLoggerFactory())  # which writes nowhere
