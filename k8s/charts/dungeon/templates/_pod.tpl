{{/*
The template of a service's pods. (dict):
  root, name, values   $, such as "topology", and what values.yaml has for it
  port                 of health, metrics and, where there are any, requests
  env, mounts, volumes what is the service's own, as YAML in text
  startMinutes         how long a start may take before the pod is started anew
  image                whose image it is, if not that of its own name
and, for what is no service of ours: arguments (a list), and probes as YAML in text
*/}}
{{- define "dungeon.pod" -}}
{{- $values := .root.Values -}}
metadata:
  labels:
    {{- include "dungeon.labels" (list .root .name) | nindent 4 }}
    dungeon/track: {{ $values.track }}
spec:
  serviceAccountName: dungeon-{{ .name }}
  automountServiceAccountToken: false
  # A service dungeon-ingest would set DUNGEON_INGEST_PORT to tcp://…, which ingest takes for its own port.
  enableServiceLinks: false
  # Services stop within 20 s.
  terminationGracePeriodSeconds: 30
  {{- with $values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: {{ $values.user }}
    runAsGroup: {{ $values.user }}
    fsGroup: {{ $values.user }}
    # Files of a large volume are looked through at the first mount only.
    fsGroupChangePolicy: OnRootMismatch
    seccompProfile:
      type: RuntimeDefault
  topologySpreadConstraints:
    {{- range $key, $unsatisfiable := dict "kubernetes.io/hostname" $values.spread.hosts "topology.kubernetes.io/zone" $values.spread.zones }}
    - topologyKey: {{ $key }}
      maxSkew: 1
      whenUnsatisfiable: {{ $unsatisfiable }}
      labelSelector:
        matchLabels:
          {{- include "dungeon.selector" (list $.root $.name) | nindent 10 }}
      # The pods of the release before do not count, or the new ones could not be placed beside them.
      matchLabelKeys: [{{ $.revision | default "pod-template-hash" }}]
    {{- end }}
  containers:
    - name: {{ .name }}
      image: {{ include "dungeon.image" (list .root (.image | default .name) .values) | quote }}
      imagePullPolicy: {{ $values.image.pullPolicy }}
      {{- with .arguments }}
      args: {{ toJson . }}
      {{- end }}
      ports:
        - name: http
          containerPort: {{ .port }}
      env:
        - name: POD_NAME
          valueFrom: {fieldRef: {fieldPath: metadata.name}}
        - name: POD_NAMESPACE
          valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
        {{- if not .arguments }}
        - name: DUNGEON_LOG_FORMAT
          value: {{ $values.log.format }}
        - name: DUNGEON_LOG_LEVEL
          value: {{ $values.log.level }}
        {{- end }}
        {{- .env | nindent 8 }}
        {{- range $name, $value := .values.settings }}
        {{- if contains (printf "name: %s\n" (include "dungeon.variable" $name)) $.env }}
        {{- fail (printf "%s.settings has %s, which the chart sets itself from other values" $.name $name) }}
        {{- end }}
        - name: {{ include "dungeon.variable" $name }}
          value: {{ $value | quote }}
        {{- end }}
      {{- if .probes }}
      {{- .probes | nindent 6 }}
      {{- else }}
      # Live is whether it works, ready whether it can answer, started whether it has what it needs: state may take minutes to restore.
      startupProbe:
        httpGet: {path: /health/started, port: http}
        periodSeconds: 3
        failureThreshold: {{ mul 20 .startMinutes }}
      livenessProbe:
        httpGet: {path: /health/live, port: http}
        periodSeconds: 10
        timeoutSeconds: 5
      readinessProbe:
        httpGet: {path: /health/ready, port: http}
        periodSeconds: 5
        timeoutSeconds: 3
        failureThreshold: 2
      {{- end }}
      resources:
        {{- toYaml .values.resources | nindent 8 }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      volumeMounts:
        # Libraries in C are unpacked there.
        - name: tmp
          mountPath: /tmp
        {{- with .mounts }}
        {{- . | nindent 8 }}
        {{- end }}
  volumes:
    - name: tmp
      emptyDir: {sizeLimit: 256Mi}
    {{- with .volumes }}
    {{- . | nindent 4 }}
    {{- end }}
{{- end }}
