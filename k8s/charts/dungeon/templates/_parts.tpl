{{/* The account of a service, which may ask the API server nothing. (list $ "topology") */}}
{{- define "dungeon.account" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: dungeon-{{ index . 1 }}
  labels:
    {{- include "dungeon.labels" . | nindent 4 }}
automountServiceAccountToken: false
{{- end }}

{{/* A drain takes one instance at a time. */}}
{{- define "dungeon.budget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: dungeon-{{ index . 1 }}
  labels:
    {{- include "dungeon.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  # An instance that is not ready keeps nobody.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "dungeon.selector" . | nindent 6 }}
{{- end }}

{{/* The name under which a service is asked. (list $ "queries" 8081) */}}
{{- define "dungeon.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: dungeon-{{ index . 1 }}
  labels:
    {{- include "dungeon.labels" . | nindent 4 }}
spec:
  ports:
    - name: http
      port: {{ index . 2 }}
      targetPort: http
      appProtocol: http
  selector:
    {{- include "dungeon.selector" . | nindent 4 }}
{{- end }}

{{/* The names of the instances, with which they find each other while they restore, when they are not ready yet. */}}
{{- define "dungeon.instances" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "dungeon.workload" . }}-instances
  labels:
    {{- include "dungeon.selector" . | nindent 4 }}
    app.kubernetes.io/component: instances
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  ports:
    - name: http
      port: {{ index . 2 }}
      targetPort: http
  selector:
    {{- include "dungeon.selector.track" . | nindent 4 }}
{{- end }}

{{/* More instances when there is more to do. (list $ "ingest" .Values.ingest.autoscaling) */}}
{{- define "dungeon.autoscaler" -}}
{{- $scaling := index . 2 -}}
{{- if gt (int $scaling.minimum) (int $scaling.maximum) }}
{{- fail (printf "%s.autoscaling.minimum is %d and %s.autoscaling.maximum %d; the minimum cannot be more" (index . 1) (int $scaling.minimum) (index . 1) (int $scaling.maximum)) }}
{{- end -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: dungeon-{{ index . 1 }}
  labels:
    {{- include "dungeon.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: dungeon-{{ index . 1 }}
  minReplicas: {{ $scaling.minimum }}
  maxReplicas: {{ $scaling.maximum }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $scaling.cpuPercent }}
  behavior:
    # A match lasts minutes: whoever goes in its pause would be missed after it.
    scaleDown:
      stabilizationWindowSeconds: 600
{{- end }}

{{/*
The workload of a service with state. (dict) as for dungeon.pod.
No autoscaler: each scaling moves state from one instance to another, and lag says nothing, because the marker of a transaction's commit
leaves it at 1 or more. How many there are is decided by whoever runs them.
*/}}
{{- define "dungeon.statefulset" -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ include "dungeon.workload" (list .root .name) }}
  labels:
    {{- include "dungeon.labels" (list .root .name) | nindent 4 }}
spec:
  replicas: {{ .values.replicas }}
  serviceName: {{ include "dungeon.workload" (list .root .name) }}-instances
  # Instances do not wait for each other, not even at the first start.
  podManagementPolicy: Parallel
  selector:
    matchLabels:
      {{- include "dungeon.selector.track" (list .root .name) | nindent 6 }}
  template:
    {{- include "dungeon.pod" (merge (dict "revision" "controller-revision-hash") .) | nindent 4 }}
  volumeClaimTemplates:
    - metadata:
        name: state
      spec:
        accessModes: [ReadWriteOnce]
        {{- with .values.storage.className }}
        storageClassName: {{ . }}
        {{- end }}
        resources:
          requests:
            storage: {{ .values.storage.size }}
  {{- if .lasting }}
  # It is nowhere else: who comes back is to find it.
  persistentVolumeClaimRetentionPolicy:
    whenDeleted: Retain
    whenScaled: Retain
  {{- else }}
  # State can be read again from the changelogs.
  persistentVolumeClaimRetentionPolicy:
    whenDeleted: Delete
    whenScaled: Delete
  {{- end }}
{{- end }}

{{- define "dungeon.state.mount" -}}
- name: state
  mountPath: /var/lib/dungeon
{{- end }}

{{/* The workload of a service without state. (dict) as for dungeon.pod; with autoscaling in its values or without. */}}
{{- define "dungeon.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "dungeon.workload" (list .root .name) }}
  labels:
    {{- include "dungeon.labels" (list .root .name) | nindent 4 }}
spec:
  {{- if or (not .values.autoscaling.enabled) (ne .root.Values.track "stable") }}
  replicas: {{ .values.replicas }}
  {{- end }}
  strategy:
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "dungeon.selector.track" (list .root .name) | nindent 6 }}
  template:
    {{- include "dungeon.pod" . | nindent 4 }}
{{- end }}
