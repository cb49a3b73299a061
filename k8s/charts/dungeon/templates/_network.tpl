{{/* Who may ask a service, and whom it may ask. (dict): root, name, callers and destinations as YAML in text. */}}
{{- define "dungeon.policy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: dungeon-{{ .name }}
  labels:
    {{- include "dungeon.labels" (list .root .name) | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "dungeon.selector" (list .root .name) | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels: {kubernetes.io/metadata.name: {{ .root.Values.callers.metrics }}}
          podSelector:
            matchLabels: {app.kubernetes.io/name: prometheus}
        {{- with .callers }}
        {{- . | nindent 8 }}
        {{- end }}
      ports:
        - port: http
  egress:
    - to:
        - namespaceSelector:
            matchLabels: {kubernetes.io/metadata.name: kube-system}
          podSelector:
            matchLabels: {k8s-app: kube-dns}
      ports:
        - {port: 53, protocol: UDP}
        - {port: 53, protocol: TCP}
    {{- .destinations | nindent 4 }}
{{- end }}

{{/* Another service of ours as a peer. */}}
{{- define "dungeon.peer" -}}
- podSelector:
    matchLabels:
      app.kubernetes.io/name: dungeon-{{ . }}
      app.kubernetes.io/part-of: dungeon
{{- end }}

{{- define "dungeon.peer.edge" -}}
- namespaceSelector:
    matchExpressions:
      - key: kubernetes.io/metadata.name
        operator: In
        values: {{ toJson .Values.callers.edge }}
{{- end }}

{{/* Out to another service: (list "ingest" 8080). */}}
{{- define "dungeon.to" -}}
- to:
    {{- include "dungeon.peer" (index . 0) | nindent 4 }}
  ports:
    - port: {{ index . 1 }}
{{- end }}

{{/* The brokers, in the cluster and outside. */}}
{{- define "dungeon.peer.kafka" -}}
{{- $kafka := .Values.kafka -}}
{{- if not (or $kafka.pods $kafka.networks) }}
{{- fail "kafka.pods and kafka.networks are both empty; one of them has to say where the brokers are" }}
{{- end }}
{{- with $kafka.pods -}}
- podSelector:
    matchLabels:
      {{- toYaml . | nindent 6 }}
{{- end }}
{{- range $kafka.networks }}
- ipBlock: {cidr: {{ . }}}
{{- end }}
{{- end }}

{{- define "dungeon.to.kafka" -}}
- to:
    {{- include "dungeon.peer.kafka" . | trim | nindent 4 }}
  ports:
    - port: {{ .Values.kafka.port }}
- to:
    - podSelector:
        matchLabels:
          {{- toYaml .Values.registry.pods | nindent 10 }}
  ports:
    - port: {{ .Values.registry.port }}
{{- end }}

{{- define "dungeon.to.postgres" -}}
- to:
    {{- range .Values.postgres.clusters }}
    - podSelector:
        matchLabels: {cnpg.io/cluster: {{ . }}}
    {{- end }}
    {{- range .Values.postgres.networks }}
    - ipBlock: {cidr: {{ . }}}
    {{- end }}
  ports:
    - port: {{ .Values.postgres.port }}
{{- end }}
