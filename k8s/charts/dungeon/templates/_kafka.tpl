{{/* How a service comes to Kafka and the registry. (dict "root" $ "prefix" "DUNGEON_" "folder" "kafka") */}}
{{- define "dungeon.kafka.tls" -}}
- name: {{ .prefix }}SECURITY_PROTOCOL
  value: SSL
- name: {{ .prefix }}SSL_TRUSTSTORE_TYPE
  value: PEM
- name: {{ .prefix }}SSL_TRUSTSTORE_LOCATION
  value: /run/dungeon/kafka-ca/ca.crt
{{ include "dungeon.kafka.user" . }}
{{- end }}

{{/* Who a client is: key and certificate of a user, from files. */}}
{{- define "dungeon.kafka.user" -}}
- name: {{ .prefix }}SSL_KEYSTORE_TYPE
  value: PEM
- name: {{ .prefix }}SSL_KEYSTORE_KEY_FILE
  value: /run/dungeon/{{ .folder }}/user.key
- name: {{ .prefix }}SSL_KEYSTORE_CERTIFICATE_CHAIN_FILE
  value: /run/dungeon/{{ .folder }}/user.crt
{{- end }}

{{/* Settings of a service with Kafka's clients under their own names. */}}
{{- define "dungeon.kafka.env" -}}
- name: DUNGEON_BOOTSTRAP_SERVERS
  value: {{ .Values.kafka.bootstrapServers }}
- name: DUNGEON_SCHEMA_REGISTRY_URL
  value: {{ .Values.registry.url }}
{{- if .Values.kafka.tls }}
{{ include "dungeon.kafka.tls" (dict "prefix" "DUNGEON_" "folder" "kafka") }}
{{- end }}
{{- end }}

{{/* And of one that keeps state. */}}
{{- define "dungeon.streams.env" -}}
{{ include "dungeon.kafka.env" . }}
- name: DUNGEON_REPLICATION_FACTOR
  value: {{ .Values.kafka.replicationFactor | quote }}
- name: DUNGEON_STATE_DIR
  value: /var/lib/dungeon/state
{{- end }}

{{- define "dungeon.kafka.mounts" -}}
{{- if .Values.kafka.tls -}}
- name: kafka-ca
  mountPath: /run/dungeon/kafka-ca
  readOnly: true
- name: kafka
  mountPath: /run/dungeon/kafka
  readOnly: true
{{- end }}
{{- end }}

{{/* (list $ "topology") with the user's secret. */}}
{{- define "dungeon.kafka.volumes" -}}
{{- $kafka := (index . 0).Values.kafka -}}
{{- if $kafka.tls -}}
- name: kafka-ca
  secret:
    secretName: {{ $kafka.caSecret }}
    items: [{key: ca.crt, path: ca.crt}]
{{ include "dungeon.kafka.key" (list "kafka" (index . 1)) }}
{{- end }}
{{- end }}

{{- define "dungeon.kafka.key" -}}
- name: {{ index . 0 }}
  secret:
    secretName: {{ index . 1 }}
    # The pod's group reads it, and nobody else.
    defaultMode: 0440
    items: [{key: user.key, path: user.key}, {key: user.crt, path: user.crt}]
{{- end }}
