// Who may speak to whom: nobody, unless a policy names caller and port; and everybody to whom a service is told to speak.
import { named } from '../render.mjs';
import { namespaceOf, referredTo, selects } from '../world.mjs';

function typesOf({ spec }) {
  return spec.policyTypes ?? ['Ingress', ...(spec.egress ? ['Egress'] : [])];
}

function policiesFor(world, workload, type) {
  return world
    .allOf('NetworkPolicy')
    .filter((policy) => namespaceOf(policy) === workload.namespace && typesOf(policy).includes(type) && selects(policy.spec.podSelector ?? {}, workload.labels));
}

function namespaceLabels(world, name) {
  const found = world.allOf('Namespace').find(({ metadata }) => metadata.name === name);
  return { ...found?.metadata.labels, 'kubernetes.io/metadata.name': name };
}

function isPeer(world, peer, other, policyNamespace) {
  if (peer.ipBlock) {
    return false;
  }
  const inNamespace = peer.namespaceSelector ? selects(peer.namespaceSelector, namespaceLabels(world, other.namespace)) : other.namespace === policyNamespace;
  return inNamespace && selects(peer.podSelector ?? {}, other.labels) && Boolean(referredTo(other.resource));
}

function hasPort(rule, target, port) {
  return !rule.ports || rule.ports.some(({ port: allowed, endPort }) => allowed === undefined || target.port(allowed) === port || (endPort && port >= allowed && port <= endPort));
}

/** Whether policies let one workload speak to another's port; where no policy is, everything is allowed. */
export function lets(world, from, to, port) {
  const allowed = (workload, type, rules, peers, other) => {
    const policies = policiesFor(world, workload, type);
    return (
      policies.length === 0 ||
      policies.some((policy) =>
        (policy.spec[rules] ?? []).some(
          (rule) => hasPort(rule, to, port) && (!rule[peers] || rule[peers].some((peer) => isPeer(world, peer, other, workload.namespace))),
        ),
      )
    );
  };
  return { egress: allowed(from, 'Egress', 'egress', 'to', to), ingress: allowed(to, 'Ingress', 'ingress', 'from', from) };
}

/** Hosts and ports that a value names: addresses, and brokers with commas between them. */
function addresses(value) {
  const urls = [...value.matchAll(/(https?|jdbc:postgresql):\/\/([\w.-]+)(?::(\d+))?/g)].map(([, scheme, host, port]) => ({
    host,
    port: Number(port ?? { http: 80, https: 443, 'jdbc:postgresql': 5432 }[scheme]),
  }));
  const pairs = /^[\w.-]+:\d+(,[\w.-]+:\d+)*$/.test(value) ? value.split(',').map((pair) => ({ host: pair.split(':')[0], port: Number(pair.split(':')[1]) })) : [];
  return [...urls, ...pairs];
}

/** Where a workload is told to speak to, in the cluster: name and namespace of a service, and port. */
function* destinations(world, workload) {
  const namespaces = new Set([...world.allOf('Namespace').map(({ metadata }) => metadata.name), ...world.allOf('Service').map(namespaceOf)]);
  for (const container of workload.allContainers) {
    for (const [variable, value] of Object.entries(workload.variables(container))) {
      for (const { host, port } of value ? addresses(value) : []) {
        const parts = host.split('.');
        const svc = parts.indexOf('svc');
        const name = svc > 0 ? parts.slice(0, svc) : parts;
        const inCluster = svc > 0 || parts.length === 1 || (parts.length === 2 && namespaces.has(parts[1]));
        if (inCluster && !['localhost', '127'].includes(parts[0])) {
          // Pods of a StatefulSet have a name before that of the service.
          const [service, namespace = workload.namespace] = name.length === 3 ? name.slice(1) : name;
          yield { variable, host, service, namespace, port };
        }
      }
    }
  }
}

export const networkRules = {
  'unguarded': function* (world) {
    for (const workload of world.workloads) {
      const open = ['Ingress', 'Egress'].filter((type) => policiesFor(world, workload, type).length === 0);
      if (open.length > 0) {
        yield `${workload.name}: no NetworkPolicy bounds its ${open.join(' and ').toLowerCase()}`;
      }
    }
  },

  'deny-by-default': function* (world) {
    for (const namespace of world.of('Namespace')) {
      const denies = (policy) => {
        const { podSelector = {}, ingress = [], egress = [] } = policy.spec;
        return Object.keys(podSelector).length === 0 && ingress.length === 0 && egress.length === 0 && typesOf(policy).length === 2;
      };
      if (!world.of('NetworkPolicy').some((policy) => namespaceOf(policy) === namespace.metadata.name && denies(policy))) {
        yield `${named(namespace)}: has no NetworkPolicy that denies all pods everything`;
      }
    }
  },

  'open-policy': function* (world) {
    for (const policy of world.of('NetworkPolicy')) {
      for (const [rules, peers] of [['ingress', 'from'], ['egress', 'to']]) {
        for (const rule of policy.spec[rules] ?? []) {
          const everybody = (peer) => !peer.ipBlock && [peer.namespaceSelector, peer.podSelector].every((one) => !one || Object.keys(one).length === 0);
          if (!rule.ports?.length) {
            yield `${named(policy)}: ${rules} to all ports; name them`;
          }
          if (!rule[peers]?.length || rule[peers].some((peer) => everybody(peer))) {
            yield `${named(policy)}: ${rules} ${peers} everybody; name who`;
          }
        }
      }
    }
  },

  'policy-for-nobody': function* (world) {
    for (const policy of world.of('NetworkPolicy')) {
      const namespace = namespaceOf(policy);
      const { podSelector = {} } = policy.spec;
      const guarded = world.chosen(podSelector, namespace);
      if (Object.keys(podSelector).length > 0) {
        guarded.forEach(({ resource }) => referredTo(resource));
      }
      if (guarded.length === 0) {
        yield `${named(policy)}: is for pods that nobody makes: ${JSON.stringify(podSelector)}`;
      }
      for (const peer of [...(policy.spec.ingress ?? []).flatMap(({ from = [] }) => from), ...(policy.spec.egress ?? []).flatMap(({ to = [] }) => to)]) {
        if (!peer.ipBlock && world.knownWorkloads.filter((workload) => isPeer(world, peer, workload, namespace)).length === 0) {
          yield `${named(policy)}: names pods that nobody makes: ${JSON.stringify(peer)}`;
        }
      }
    }
  },

  'policy-port': function* (world) {
    for (const policy of world.of('NetworkPolicy')) {
      const targets = world.chosen(policy.spec.podSelector ?? {}, namespaceOf(policy));
      for (const { port } of (policy.spec.ingress ?? []).flatMap(({ ports = [] }) => ports)) {
        if (targets.length > 0 && !targets.some((target) => target.port(port) !== undefined)) {
          yield `${named(policy)}: lets somebody in to port ${port}, which its pods do not have`;
        }
      }
    }
  },

  'destination': function* (world) {
    for (const workload of world.workloads) {
      for (const { variable, host, service, namespace, port } of destinations(world, workload)) {
        const found = world.find('Service', service, namespace);
        if (!found) {
          yield `${workload.name}: ${variable} names ${host}, which is no service`;
        } else if (!found.spec.ports.some((one) => one.port === port)) {
          yield `${workload.name}: ${variable} names port ${port} of ${host}, which has ${found.spec.ports.map((one) => one.port)}`;
        }
      }
    }
  },

  'blocked': function* (world) {
    for (const from of world.workloads) {
      for (const { variable, host, service, namespace, port } of destinations(world, from)) {
        const found = world.find('Service', service, namespace);
        const asked = found?.spec.ports.find((one) => one.port === port);
        const to = found && world.knownWorkloads.find((one) => one.namespace === namespace && selects({ matchLabels: found.spec.selector }, one.labels));
        if (asked && to) {
          const { egress, ingress } = lets(world, from, to, to.port(asked.targetPort ?? asked.port));
          if (!egress || !ingress) {
            yield `${from.name}: ${variable} names ${host}, and no policy lets it ${egress ? `in to ${to.name}` : 'out to there'}`;
          }
        }
      }
    }
  },

  'plain-in-the-mesh': function* (world) {
    for (const authentication of world.of('PeerAuthentication').filter(({ spec }) => !spec.selector && spec.mtls?.mode === 'STRICT')) {
      const name = namespaceOf(authentication);
      const namespace = world.of('Namespace').find(({ metadata }) => metadata.name === name);
      if (namespace && namespace.metadata.labels?.['istio-injection'] !== 'enabled') {
        yield `${named(authentication)}: nobody in ${name} has a proxy, so nobody is let in; label the namespace istio-injection: enabled`;
      }
      for (const ingress of world.of('Ingress').filter((one) => namespaceOf(one) === name)) {
        yield `${named(ingress)}: its controller is outside of the mesh, so it is not let in; take the mesh's Gateway`;
      }
    }
  },
};
