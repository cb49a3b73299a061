// What is together in a cluster: the resources of one rendering, what all others give them, and what operators make of both.
import { named } from './render.mjs';

export const NAMESPACE = 'dungeon';

const TEMPLATES = {
  Pod: (resource) => resource,
  Deployment: (resource) => resource.spec.template,
  StatefulSet: (resource) => resource.spec.template,
  DaemonSet: (resource) => resource.spec.template,
  Job: (resource) => resource.spec.template,
  CronJob: (resource) => resource.spec.jobTemplate.spec.template,
};
/** These run until somebody stops them; the others end. */
const LASTING = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

export function namespaceOf(resource) {
  return resource.metadata.namespace ?? NAMESPACE;
}

/** Whether labels are chosen by a selector with matchLabels and matchExpressions; an empty one chooses all. */
export function selects(selector, labels = {}) {
  const operators = {
    In: ({ key, values }) => values.includes(labels[key]),
    NotIn: ({ key, values }) => !values.includes(labels[key]),
    Exists: ({ key }) => key in labels,
    DoesNotExist: ({ key }) => !(key in labels),
  };
  return (
    Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every((expression) => operators[expression.operator](expression))
  );
}

/** What runs pods of one template. */
export class Workload {
  constructor(resource) {
    const template = TEMPLATES[resource.kind](resource);
    this.resource = resource;
    this.name = named(resource);
    this.namespace = namespaceOf(resource);
    this.labels = template.metadata?.labels ?? {};
    this.spec = template.spec;
    this.lasting = LASTING.has(resource.kind);
    this.containers = template.spec.containers ?? [];
    // A sidecar is an init container that stays.
    this.sidecars = (template.spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
    this.allContainers = [...this.containers, ...(template.spec.initContainers ?? [])];
    this.ports = [...this.containers, ...this.sidecars].flatMap(({ ports = [] }) => ports);
  }

  /** How many there are, or at least if they are scaled. */
  replicas(world) {
    const scaler = world.of('HorizontalPodAutoscaler').find(({ spec }) => this.isNamed(spec.scaleTargetRef));
    return scaler ? (scaler.spec.minReplicas ?? 1) : (this.resource.spec.replicas ?? 1);
  }

  isNamed({ kind, name }) {
    return kind === this.resource.kind && name === this.resource.metadata.name;
  }

  /** The number behind a port's number or name; undefined if no container has it. */
  port(nameOrNumber) {
    return this.ports.find(({ name, containerPort }) => name === nameOrNumber || containerPort === nameOrNumber)?.containerPort;
  }

  /** The variables of a container, with what Kubernetes puts in place of $(NAME) as far as it is known beforehand. */
  variables(container) {
    const fields = { 'metadata.name': `${this.resource.metadata.name}-0`, 'metadata.namespace': this.namespace };
    const known = {};
    for (const { name, value, valueFrom } of container.env ?? []) {
      known[name] = value?.replace(/\$\((\w+)\)/g, (whole, other) => known[other] ?? whole) ?? fields[valueFrom?.fieldRef?.fieldPath];
    }
    return known;
  }
}

export class World {
  /**
   * @param resources of one rendering
   * @param neighbours those of all renderings, which can be referred to
   * @param provided what comes from elsewhere, as provided.yaml has it
   */
  constructor(resources, neighbours = resources, provided = []) {
    this.resources = resources;
    const known = [...resources, ...neighbours];
    this.known = [...known, ...known.flatMap(made), ...provided.flatMap((entry) => madeElsewhere(entry).map((one) => ({ ...one, entry })))];
    this.workloads = resources.filter(({ kind }) => kind in TEMPLATES).map((resource) => new Workload(resource));
    this.knownWorkloads = this.known.filter(({ kind }) => kind in TEMPLATES).map((resource) => new Workload(resource));
  }

  of(...kinds) {
    return this.resources.filter(({ kind }) => kinds.includes(kind));
  }

  allOf(...kinds) {
    return this.known.filter(({ kind }) => kinds.includes(kind));
  }

  find(kind, name, namespace) {
    const found = this.known.find(
      (resource) => resource.kind === kind && resource.metadata.name === name && (namespace === undefined || namespaceOf(resource) === namespace),
    );
    return found && referredTo(found);
  }

  /** The pods that a selector of another resource of that namespace chooses. */
  chosen(selector, namespace) {
    return this.knownWorkloads.filter((workload) => workload.namespace === namespace && selects(selector, workload.labels));
  }
}

/** Remembers of what comes from elsewhere that somebody refers to it. */
export function referredTo(resource) {
  if (resource.entry) {
    resource.entry.used = true;
  }
  return resource;
}

function pods(name, namespace, labels, ports) {
  const containers = [{ name, ports: Object.entries(ports).map(([port, containerPort]) => ({ name: port, containerPort })) }];
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, labels }, spec: { containers }, made: true };
}

function service(name, namespace, selector, ports) {
  const spec = { selector, ports: Object.entries(ports).map(([port, number]) => ({ name: port, port: number, targetPort: number })) };
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec, made: true };
}

function secret(name, namespace, keys) {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, data: Object.fromEntries(keys.map((key) => [key, ''])), made: true };
}

/** Strimzi lets everybody in to a listener that does not say whom. */
function policyOfKafka(name, namespace, labels, listeners) {
  const ingress = listeners.map(({ port, networkPolicyPeers: from }) => ({ ...(from && { from }), ports: [{ port }] }));
  const spec = { podSelector: { matchLabels: labels }, policyTypes: ['Ingress'], ingress };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: `${name}-network-policy-kafka`, namespace }, spec, made: true };
}

/** What operators make of their resources, as far as others refer to it. */
function made(resource) {
  const { name } = resource.metadata ?? {};
  const namespace = resource.metadata && namespaceOf(resource);
  switch (resource.kind) {
    case 'SealedSecret': {
      const { template = {}, encryptedData } = resource.spec;
      return [secret(template.metadata?.name ?? name, namespace, [...Object.keys(encryptedData), ...Object.keys(template.data ?? {})])];
    }
    case 'Certificate':
      return [secret(resource.spec.secretName, namespace, ['tls.crt', 'tls.key', 'ca.crt'])];
    case 'Kafka': {
      const ports = Object.fromEntries((resource.spec.kafka?.listeners ?? []).map((listener) => [listener.name, listener.port]));
      const labels = { 'strimzi.io/cluster': name, 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': `${name}-kafka` };
      return [
        pods(`${name}-kafka`, namespace, labels, ports),
        service(`${name}-kafka-bootstrap`, namespace, labels, ports),
        service(`${name}-kafka-brokers`, namespace, labels, ports),
        secret(`${name}-cluster-ca-cert`, namespace, ['ca.crt', 'ca.p12', 'ca.password']),
        secret(`${name}-clients-ca-cert`, namespace, ['ca.crt', 'ca.p12', 'ca.password']),
        policyOfKafka(name, namespace, labels, resource.spec.kafka?.listeners ?? []),
      ];
    }
    case 'KafkaUser':
      return [secret(name, namespace, ['ca.crt', 'user.crt', 'user.key', 'user.p12', 'user.password'])];
    case 'KafkaConnect': {
      const labels = { 'strimzi.io/cluster': name, 'strimzi.io/kind': 'KafkaConnect', 'strimzi.io/name': `${name}-connect` };
      return [pods(`${name}-connect`, namespace, labels, { 'rest-api': 8083 }), service(`${name}-connect-api`, namespace, labels, { 'rest-api': 8083 })];
    }
    case 'Cluster': {
      const labels = { 'cnpg.io/cluster': name, 'cnpg.io/podRole': 'instance' };
      const ports = { postgres: 5432 };
      return [
        pods(name, namespace, labels, { postgresql: 5432, metrics: 9187, status: 8000 }),
        ...['rw', 'ro', 'r'].map((role) => service(`${name}-${role}`, namespace, labels, ports)),
        secret(`${name}-app`, namespace, ['username', 'password', 'uri', 'jdbc-uri', 'host', 'port', 'dbname', 'pgpass']),
        secret(`${name}-ca`, namespace, ['ca.crt', 'ca.key']),
        secret(`${name}-server`, namespace, ['tls.crt', 'tls.key']),
        secret(`${name}-replication`, namespace, ['tls.crt', 'tls.key']),
      ];
    }
    case 'Pooler': {
      const labels = { 'cnpg.io/poolerName': name };
      return [pods(name, namespace, labels, { pgbouncer: 5432, metrics: 9127 }), service(name, namespace, labels, { pgbouncer: 5432 })];
    }
    default:
      return [];
  }
}

function madeElsewhere({ kind, name, namespace = NAMESPACE, keys = [], labels = {}, ports = {} }) {
  switch (kind) {
    case 'Secret':
      return [secret(name, namespace, keys)];
    case 'Pods':
      return [pods(name, namespace, labels, ports)];
    case 'Service':
      return [pods(name, namespace, labels, ports), service(name, namespace, labels, ports)];
    default:
      return [{ apiVersion: 'v1', kind, metadata: { name, namespace, labels }, data: Object.fromEntries(keys.map((key) => [key, ''])), made: true }];
  }
}
