summary: as default, for builds whose workers talk over unix sockets (MSBuild, Gradle, language servers)
extends: default
unix-sockets: yes
memory: 12G
processes: 4096
open-files: 65536
file-size: 16G
disk: 64G
scratch: 8G
