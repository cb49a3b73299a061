// Whatever one resource says of another: that it is there, and has the port, the key and the labels.
import { named } from '../render.mjs';
import { namespaceOf, selects } from '../world.mjs';

/** The pods behind a service. */
export function selected(world, service) {
  return world.chosen({ matchLabels: service.spec.selector }, namespaceOf(service));
}

/** The secrets and config maps that a pod names, with the keys that it needs. */
function* configurationOf(workload) {
  const { volumes = [], imagePullSecrets = [] } = workload.spec;
  const items = (source) => (source.items ?? []).map(({ key }) => key);
  for (const volume of volumes) {
    for (const { secret, configMap } of [volume, ...(volume.projected?.sources ?? [])]) {
      if (secret) {
        yield { kind: 'Secret', name: secret.secretName ?? secret.name, keys: items(secret), optional: secret.optional };
      }
      if (configMap) {
        yield { kind: 'ConfigMap', name: configMap.name, keys: items(configMap), optional: configMap.optional };
      }
    }
  }
  for (const { env = [], envFrom = [] } of workload.allContainers) {
    for (const { secretKeyRef, configMapKeyRef } of env.map(({ valueFrom = {} }) => valueFrom)) {
      const key = secretKeyRef ?? configMapKeyRef;
      if (key) {
        yield { kind: secretKeyRef ? 'Secret' : 'ConfigMap', name: key.name, keys: [key.key], optional: key.optional };
      }
    }
    for (const { secretRef, configMapRef } of envFrom) {
      yield { kind: secretRef ? 'Secret' : 'ConfigMap', name: (secretRef ?? configMapRef).name, keys: [] };
    }
  }
  for (const { name } of imagePullSecrets) {
    yield { kind: 'Secret', name, keys: [] };
  }
}

function secret(name, ...keys) {
  return { kind: 'Secret', name, keys };
}

/** The same of resources of operators. */
function* configurationOfOthers({ kind, spec }) {
  if (kind === 'Cluster') {
    const { initdb = {} } = spec.bootstrap ?? {};
    for (const one of [initdb.secret, ...(spec.managed?.roles ?? []).map(({ passwordSecret }) => passwordSecret)].filter(Boolean)) {
      yield secret(one.name, 'username', 'password');
    }
    for (const { name, key } of initdb.postInitSQLRefs?.configMapRefs ?? []) {
      yield { kind: 'ConfigMap', name, keys: [key] };
    }
  } else if (kind === 'ObjectStore') {
    yield* Object.values(spec.configuration.s3Credentials ?? {}).filter(({ name }) => name).map(({ name, key }) => secret(name, key));
  } else if (kind === 'KafkaConnect') {
    const { pod = {}, connectContainer = {} } = spec.template ?? {};
    const container = { env: connectContainer.env ?? [] };
    yield* configurationOf({ spec: { volumes: pod.volumes }, allContainers: [container] });
    const { certificateAndKey: own } = spec.authentication ?? {};
    yield* own ? [secret(own.secretName, own.certificate, own.key)] : [];
    yield* (spec.tls?.trustedCertificates ?? []).map(({ secretName }) => secret(secretName));
  } else if (kind === 'Kafka') {
    const certificates = spec.kafka.listeners.map(({ configuration }) => configuration?.brokerCertChainAndKey).filter(Boolean);
    yield* certificates.map(({ secretName, certificate, key }) => secret(secretName, certificate, key));
  }
}

/** Services and ports that a front door hands requests to. */
function* backends(resource) {
  const namespace = namespaceOf(resource);
  const ofHost = (host) => {
    const [service, other] = host.split('.');
    return { service, namespace: other && other !== 'svc' ? other : namespace };
  };
  if (resource.kind === 'Ingress') {
    const { defaultBackend, rules = [] } = resource.spec;
    for (const { service } of [defaultBackend, ...rules.flatMap(({ http }) => http?.paths.map(({ backend }) => backend) ?? [])].filter((one) => one?.service)) {
      yield { service: service.name, namespace, port: service.port.number ?? service.port.name };
    }
  } else if (['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'].includes(resource.kind)) {
    for (const { backendRefs = [] } of resource.spec.rules ?? []) {
      yield* backendRefs.filter(({ kind = 'Service' }) => kind === 'Service').map((one) => ({ service: one.name, namespace: one.namespace ?? namespace, port: one.port }));
    }
  } else if (resource.kind === 'VirtualService') {
    const { http = [], tcp = [], tls = [] } = resource.spec;
    for (const { destination } of [...http, ...tcp, ...tls].flatMap(({ route = [], mirror }) => [...route, ...(mirror ? [{ destination: mirror }] : [])])) {
      yield { ...ofHost(destination.host), port: destination.port?.number };
    }
  } else if (resource.kind === 'DestinationRule' && !resource.spec.host.includes('*')) {
    yield ofHost(resource.spec.host);
  }
}

export const referenceRules = {
  'selector': function* (world) {
    for (const service of world.of('Service').filter(({ spec }) => spec.selector)) {
      if (selected(world, service).length === 0) {
        yield `${named(service)}: chooses no pod by ${JSON.stringify(service.spec.selector)}`;
      }
    }
    for (const budget of world.of('PodDisruptionBudget')) {
      if (world.chosen(budget.spec.selector ?? {}, namespaceOf(budget)).length === 0) {
        yield `${named(budget)}: chooses no pod by ${JSON.stringify(budget.spec.selector)}`;
      }
    }
    for (const workload of world.workloads) {
      const { selector } = workload.resource.spec;
      if (['Deployment', 'StatefulSet', 'DaemonSet'].includes(workload.resource.kind) && !selects(selector ?? {}, workload.labels)) {
        yield `${workload.name}: does not choose its own pods`;
      }
      const strangers = world.workloads.filter((other) => other.resource !== workload.resource && other.lasting && other.namespace === workload.namespace && selector && selects(selector, other.labels));
      if (workload.lasting && strangers.length > 0) {
        yield `${workload.name}: chooses the pods of ${strangers[0].name} too`;
      }
      for (const { labelSelector = {}, topologyKey } of workload.spec.topologySpreadConstraints ?? []) {
        if (!selects(labelSelector, workload.labels)) {
          yield `${workload.name}: spreads over ${topologyKey} pods that are not its own`;
        }
      }
    }
    for (const scaler of world.of('HorizontalPodAutoscaler')) {
      const { kind, name } = scaler.spec.scaleTargetRef;
      if (!world.find(kind, name, namespaceOf(scaler))) {
        yield `${named(scaler)}: scales ${kind}/${name}, which is not there`;
      }
    }
  },

  'service-port': function* (world) {
    for (const service of world.of('Service')) {
      const targets = service.spec.selector ? selected(world, service) : [];
      for (const { port, targetPort = port } of service.spec.ports ?? []) {
        if (targets.length > 0 && targets.some((target) => target.port(targetPort) === undefined)) {
          yield `${named(service)}: port ${port} leads to ${targetPort}, which its pods do not have`;
        }
      }
    }
  },

  'probe-port': function* (world) {
    for (const workload of world.workloads) {
      for (const container of [...workload.containers, ...workload.sidecars]) {
        for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'].filter((name) => container[name])) {
          const { httpGet, tcpSocket } = container[probe];
          const port = (httpGet ?? tcpSocket)?.port;
          if (port !== undefined && !(container.ports ?? []).some(({ name, containerPort }) => name === port || containerPort === port)) {
            yield `${workload.name}: ${probe} of ${container.name} asks port ${port}, which it does not have`;
          }
        }
      }
    }
  },

  'account': function* (world) {
    for (const workload of world.workloads) {
      const name = workload.spec.serviceAccountName;
      if (name && name !== 'default' && !world.find('ServiceAccount', name, workload.namespace)) {
        yield `${workload.name}: its account ${name} is not there`;
      }
    }
  },

  'named-secret': function* (world) {
    const whoNames = [
      ...world.workloads.map((workload) => [workload.name, workload.namespace, configurationOf(workload)]),
      ...world.resources.map((resource) => [named(resource), namespaceOf(resource), configurationOfOthers(resource)]),
    ];
    for (const [who, namespace, references] of whoNames) {
      for (const { kind, name, keys, optional } of references) {
        const found = world.find(kind, name, namespace);
        if (!found && !optional) {
          yield `${who}: ${kind}/${name} is not there; make it, or say in provided.yaml who does`;
        }
        const missing = found ? keys.filter((key) => !(key in { ...found.data, ...found.stringData, ...found.binaryData })) : [];
        if (missing.length > 0) {
          yield `${who}: ${kind}/${name} has no ${missing}`;
        }
      }
    }
  },

  'claim': function* (world) {
    for (const workload of world.workloads) {
      for (const { persistentVolumeClaim: claim } of workload.spec.volumes ?? []) {
        if (claim && !world.find('PersistentVolumeClaim', claim.claimName, workload.namespace)) {
          yield `${workload.name}: PersistentVolumeClaim/${claim.claimName} is not there`;
        }
      }
      const volumes = [...(workload.spec.volumes ?? []), ...(workload.resource.spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata)];
      for (const { name, volumeMounts = [] } of workload.allContainers) {
        const missing = volumeMounts.find((mount) => !volumes.some((volume) => volume.name === mount.name));
        if (missing) {
          yield `${workload.name}: container ${name} mounts ${missing.name}, which is no volume`;
        }
      }
    }
  },

  // Instances of Kafka Streams find each other by name while they restore, when they are not ready yet.
  'headless': function* (world) {
    for (const workload of world.workloads.filter(({ resource }) => resource.kind === 'StatefulSet')) {
      const { serviceName } = workload.resource.spec;
      const service = world.find('Service', serviceName, workload.namespace);
      if (!service) {
        yield `${workload.name}: its service ${serviceName} is not there`;
      } else if (service.spec.clusterIP !== 'None' || service.spec.publishNotReadyAddresses !== true) {
        yield `${workload.name}: its service ${serviceName} has to be headless and publishNotReadyAddresses`;
      } else if (!selected(world, service).some(({ resource }) => named(resource) === workload.name)) {
        yield `${workload.name}: its service ${serviceName} is of other pods`;
      }
    }
  },

  'backend': function* (world) {
    for (const resource of world.resources) {
      for (const { service, namespace, port } of backends(resource)) {
        const found = world.find('Service', service, namespace);
        if (!found) {
          yield `${named(resource)}: leads to ${service}, which is no service`;
        } else if (port !== undefined && !found.spec.ports.some((one) => one.port === port || one.name === port)) {
          yield `${named(resource)}: leads to port ${port} of ${service}, which has ${found.spec.ports.map((one) => one.port)}`;
        }
      }
    }
  },

  'kafka-cluster': function* (world) {
    const owners = { KafkaTopic: 'Kafka', KafkaUser: 'Kafka', KafkaNodePool: 'Kafka', KafkaConnector: 'KafkaConnect' };
    for (const resource of world.of(...Object.keys(owners))) {
      const cluster = resource.metadata.labels?.['strimzi.io/cluster'];
      if (!world.find(owners[resource.kind], cluster, namespaceOf(resource))) {
        yield `${named(resource)}: belongs to the ${owners[resource.kind]} ${cluster}, which is not there`;
      }
    }
  },
};
