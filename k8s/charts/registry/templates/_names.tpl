{{- define "registry.selector" -}}
app.kubernetes.io/name: dungeon-registry
app.kubernetes.io/part-of: dungeon
{{- end }}

{{- define "registry.labels" -}}
{{ include "registry.selector" . }}
app.kubernetes.io/component: registry
dungeon/flavour: {{ .Values.flavour }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "registry.env.apicurio" -}}
- name: QUARKUS_HTTP_PORT
  value: "8081"
- name: REGISTRY_DATASOURCE_URL
  value: jdbc:postgresql://{{ .Values.database.cluster }}-rw:5432/{{ .Values.database.name }}?sslmode=verify-full&sslrootcert=/run/registry/database-ca/ca.crt
- name: REGISTRY_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ .Values.database.cluster }}-app, key: username}}
# It takes its password from a variable only.
- name: REGISTRY_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .Values.database.cluster }}-app, key: password}}
# The ids that Confluent's API gives are those of schemas and not of versions, and equal schemas have one.
- name: REGISTRY_CCOMPAT_LEGACY_ID_MODE_ENABLED
  value: "false"
- name: REGISTRY_CCOMPAT_USE_CANONICAL_HASH
  value: "true"
- name: REGISTRY_ENABLE_SENTRY
  value: "false"
{{- end }}

{{- define "registry.env.confluent" -}}
- name: POD_IP
  valueFrom: {fieldRef: {fieldPath: status.podIP}}
# Under which the instances reach the one that writes.
- name: SCHEMA_REGISTRY_HOST_NAME
  value: $(POD_IP)
- name: SCHEMA_REGISTRY_LISTENERS
  value: http://0.0.0.0:8081
- name: SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS
  value: SSL://{{ .Values.kafka.bootstrapServers }}
- name: SCHEMA_REGISTRY_KAFKASTORE_SECURITY_PROTOCOL
  value: SSL
- name: SCHEMA_REGISTRY_KAFKASTORE_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: SCHEMA_REGISTRY_KAFKASTORE_SSL_TRUSTSTORE_LOCATION
  value: /run/registry/kafka-ca/ca.crt
- name: SCHEMA_REGISTRY_KAFKASTORE_SSL_KEYSTORE_TYPE
  value: PKCS12
- name: SCHEMA_REGISTRY_KAFKASTORE_SSL_KEYSTORE_LOCATION
  value: /run/registry/kafka/user.p12
- name: SCHEMA_REGISTRY_KAFKASTORE_SSL_KEYSTORE_PASSWORD
  valueFrom: {secretKeyRef: {name: registry, key: user.password}}
- name: SCHEMA_REGISTRY_KAFKASTORE_SSL_KEY_PASSWORD
  valueFrom: {secretKeyRef: {name: registry, key: user.password}}
- name: SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL
  value: backward_transitive
{{- end }}

{{- define "registry.probes.apicurio" -}}
startupProbe:
  httpGet: {path: /health/ready, port: http}
  periodSeconds: 3
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /health/live, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
readinessProbe:
  httpGet: {path: /health/ready, port: http}
  periodSeconds: 5
  timeoutSeconds: 3
{{- end }}

{{- define "registry.probes.confluent" -}}
startupProbe:
  httpGet: {path: /subjects, port: http}
  periodSeconds: 3
  failureThreshold: 60
# Its routes all ask Kafka, without which a new start would not help.
livenessProbe:
  tcpSocket: {port: http}
  periodSeconds: 10
  timeoutSeconds: 5
readinessProbe:
  httpGet: {path: /subjects, port: http}
  periodSeconds: 5
  timeoutSeconds: 3
{{- end }}
