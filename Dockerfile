# Built once with everything that building needs, run with only what running needs.
FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /source
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /opt/keymen \
    && /opt/keymen/bin/pip install --require-hashes -r requirements.lock \
    && pip install --require-hashes -r requirements-build.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY knowledge knowledge
RUN pip wheel --no-build-isolation --no-deps --wheel-dir /wheels . \
    && /opt/keymen/bin/pip install --no-deps /wheels/*.whl \
    && /opt/keymen/bin/keymen check \
    && /opt/keymen/bin/pip uninstall --yes pip

FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PATH=/opt/keymen/bin:$PATH
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin keymen
COPY --from=build /opt/keymen /opt/keymen
USER 10001
WORKDIR /home/keymen
ENTRYPOINT ["keymen"]
CMD ["telegram"]
