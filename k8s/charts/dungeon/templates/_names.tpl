{{/* Labels that choose the pods of a service: (list $ "topology"). */}}
{{- define "dungeon.selector" -}}
app.kubernetes.io/name: dungeon-{{ index . 1 }}
app.kubernetes.io/part-of: dungeon
{{- end }}

{{/* Labels that choose the pods of one track of it: its workload's own, where there is a canary beside the stable ones. */}}
{{- define "dungeon.selector.track" -}}
{{ include "dungeon.selector" . }}
dungeon/track: {{ (index . 0).Values.track }}
{{- end }}

{{/* The name of a workload, and of what is its alone. (list $ "queries") */}}
{{- define "dungeon.workload" -}}
dungeon-{{ index . 1 }}{{ with (index . 0).Values.track }}{{ if ne . "stable" }}-{{ . }}{{ end }}{{ end }}
{{- end }}

{{/* All labels of what belongs to a service. */}}
{{- define "dungeon.labels" -}}
{{- $root := index . 0 -}}
{{ include "dungeon.selector" . }}
app.kubernetes.io/component: {{ index . 1 }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ $root.Chart.Name }}-{{ $root.Chart.Version }}
{{- end }}

{{/* The image of a service: (list $ "topology" .Values.topology). A tag can be a digest beside it: 1.2.0@sha256:… */}}
{{- define "dungeon.image" -}}
{{- $root := index . 0 -}}
{{- $image := $root.Values.image -}}
{{- with $image.registry }}{{ . }}/{{ end }}dungeon-{{ index . 1 }}:{{ (index . 2).tag | default $image.tag | default $root.Chart.AppVersion }}
{{- end }}

{{/* The name of the environment's variable for a setting: a.b.cD or a.b-c is DUNGEON_A_B_CD or DUNGEON_A_BC. */}}
{{- define "dungeon.variable" -}}
DUNGEON_{{ . | trimPrefix "dungeon." | replace "-" "" | replace "." "_" | upper }}
{{- end }}
