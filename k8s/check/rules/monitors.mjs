// That Prometheus gets the metrics for which its monitors ask: pods have the port, policies at both ends let it through, and strict mTLS knows it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { k8s, named } from '../render.mjs';
import { Workload, namespaceOf, selects } from '../world.mjs';
import { lets } from './network.mjs';
import { selected } from './references.mjs';

/** The chart that makes Prometheus cannot be rendered here, so this is what it is told. */
const { serviceAccount, prometheusSpec } = parse(readFileSync(join(k8s, 'apps/controllers/prometheus/values.yaml'), 'utf8')).prometheus;
const PROMETHEUS = { namespace: 'observability', labels: { 'app.kubernetes.io/name': 'prometheus' } };
const PRINCIPAL = `cluster.local/ns/${PROMETHEUS.namespace}/sa/${serviceAccount.name}`;

/** The scrape classes whose certificate a proxy in Prometheus' pod writes to where they look for it. */
function classesWithCertificate() {
  const { labels = {}, annotations = {} } = prometheusSpec.podMetadata ?? {};
  const written = parse(annotations['proxy.istio.io/config'] ?? '')?.proxyMetadata?.OUTPUT_CERTS;
  const mountOfProxy = JSON.parse(annotations['sidecar.istio.io/userVolumeMount'] ?? '[]').find(({ mountPath }) => mountPath === written);
  const mount = prometheusSpec.volumeMounts?.find(({ name }) => name === mountOfProxy?.name);
  const volume = prometheusSpec.volumes?.find(({ name }) => name === mount?.name);
  return labels['sidecar.istio.io/inject'] === 'true' && volume
    ? (prometheusSpec.scrapeClasses ?? [])
        .filter(({ tlsConfig = {} }) => ['caFile', 'certFile', 'keyFile'].every((file) => dirname(tlsConfig[file] ?? '') === mount.mountPath))
        .map(({ name }) => name)
    : [];
}

/** What a monitor asks: its endpoints, the services by which it finds pods, and these pods. */
function targets(world, monitor) {
  const namespaces = monitor.spec.namespaceSelector?.matchNames ?? [namespaceOf(monitor)];
  const services = world
    .allOf('Service')
    .filter((service) => namespaces.includes(namespaceOf(service)) && selects(monitor.spec.selector, service.metadata.labels));
  const pods =
    monitor.kind === 'PodMonitor'
      ? namespaces.flatMap((namespace) => world.chosen(monitor.spec.selector, namespace))
      : services.flatMap((service) => selected(world, service));
  return { endpoints: monitor.spec.endpoints ?? monitor.spec.podMetricsEndpoints ?? [], services, pods };
}

function matches(pattern, text) {
  return pattern === text || (pattern.endsWith('*') && text.startsWith(pattern.slice(0, -1)));
}

/** Whether Istio's policies let Prometheus get a path of a pod; where none is for the pod, everybody may. */
function mayGet(world, pod, path) {
  const policies = world
    .allOf('AuthorizationPolicy')
    .filter((policy) => (policy.spec.action ?? 'ALLOW') === 'ALLOW' && namespaceOf(policy) === pod.namespace && selects(policy.spec.selector ?? {}, pod.labels));
  const allowed = ({ from = [{ source: { principals: ['*'] } }], to = [{ operation: {} }] }) =>
    from.some(({ source }) => (source.principals ?? []).some((principal) => matches(principal, PRINCIPAL))) &&
    to.some(
      ({ operation: { methods = ['GET'], paths = [path], notPaths = [] } }) =>
        methods.includes('GET') && paths.some((one) => matches(one, path)) && !notPaths.some((one) => matches(one, path)),
    );
  return policies.length === 0 || policies.some(({ spec }) => (spec.rules ?? []).some(allowed));
}

export const monitorRules = {
  'monitor': function* (world) {
    const prometheus = new Workload({ kind: 'Pod', metadata: { name: 'prometheus', ...PROMETHEUS }, spec: {} });
    prometheus.labels = PROMETHEUS.labels;
    for (const monitor of world.of('ServiceMonitor', 'PodMonitor')) {
      const { endpoints, services, pods } = targets(world, monitor);
      if (pods.length === 0) {
        yield `${named(monitor)}: chooses nothing by ${JSON.stringify(monitor.spec.selector)}`;
      }
      for (const { port } of endpoints.filter((one) => one.port)) {
        const without = monitor.kind === 'PodMonitor' ? undefined : services.find((service) => !service.spec.ports.some(({ name }) => name === port));
        if (without) {
          yield `${named(monitor)}: asks port ${port} of ${named(without)}, which has none of that name`;
          continue;
        }
        for (const pod of pods) {
          const number = pod.port(services.flatMap(({ spec }) => spec.ports).find(({ name }) => name === port)?.targetPort ?? port);
          const { ingress, egress } = lets(world, prometheus, pod, number);
          if (number === undefined) {
            yield `${named(monitor)}: asks port ${port} of ${pod.name}, which has none of that name`;
          } else if (!ingress || !egress) {
            yield `${named(monitor)}: no policy lets Prometheus ${ingress ? 'out' : 'in'} to port ${port} of ${pod.name}`;
          }
        }
      }
    }
  },

  'monitor-in-the-mesh': function* (world) {
    const strict = world.of('PeerAuthentication').filter(({ spec }) => !spec.selector && spec.mtls?.mode === 'STRICT').map(namespaceOf);
    const classes = classesWithCertificate();
    for (const monitor of world.of('ServiceMonitor', 'PodMonitor')) {
      const { endpoints, pods } = targets(world, monitor);
      const inMesh = pods.filter(({ namespace, labels }) => strict.includes(namespace) && labels['sidecar.istio.io/inject'] !== 'false');
      for (const { port, scheme, path = '/metrics' } of endpoints) {
        for (const pod of inMesh) {
          if (scheme !== 'https' || !classes.includes(monitor.spec.scrapeClass)) {
            yield `${named(monitor)}: strict mTLS refuses it at port ${port} of ${pod.name}; scheme https, and one of the scrape classes with a certificate of the mesh: ${classes}`;
          } else if (!mayGet(world, pod, path)) {
            yield `${named(monitor)}: no AuthorizationPolicy lets ${PRINCIPAL} get ${path} of ${pod.name}`;
          }
        }
      }
    }
  },
};
