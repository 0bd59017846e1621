summary: as default, with tight limits: for a command nobody has read
extends: default
memory: 1G
processes: 128
open-files: 1024
file-size: 256M
disk: 1G
scratch: 256M
time: 10m
