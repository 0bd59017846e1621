#!/bin/bash
# `sallyport run` around the probes. Started by esc_host.py:  esc_host.py ./ours.sh
# SALLYPORT names the program; SALLYPORT_RUN further options of `run`.
rm -f "$PROJECT/escape.sh" && cp "$ESCAPE" "$PROJECT/escape.sh"
vars=(); for v in HOSTPID HOSTPORT HTTPPORT DNSPORT OWNADDR USOCK ABS OUTSIDE KEYFILE; do vars+=("$v=${!v}"); done
# shellcheck disable=SC2086 # a list of options
exec "$SALLYPORT" run $SALLYPORT_RUN -- env "${vars[@]}" bash ./escape.sh
