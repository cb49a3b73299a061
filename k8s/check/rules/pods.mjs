// What a pod may do to its node and to others: Pod Security "restricted", and what it leaves open.
import { named } from '../render.mjs';

const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];

function* eachContainer(world, fault) {
  for (const workload of world.workloads) {
    for (const container of workload.allContainers) {
      const says = fault(container.securityContext ?? {}, workload.spec.securityContext ?? {}, container);
      if (says) {
        yield `${workload.name}: container ${container.name} ${says}`;
      }
    }
  }
}

function* eachPod(world, fault) {
  for (const workload of world.workloads) {
    const says = fault(workload.spec, workload);
    if (says) {
      yield `${workload.name}: ${says}`;
    }
  }
}

export const podRules = {
  'privileged': (world) => eachContainer(world, (own) => own.privileged && 'is privileged; leave privileged out'),

  'privilege-escalation': (world) =>
    eachContainer(world, (own) => own.allowPrivilegeEscalation !== false && 'can get more rights; set allowPrivilegeEscalation: false'),

  'root': (world) =>
    eachContainer(world, (own, pod) => {
      if ((own.runAsNonRoot ?? pod.runAsNonRoot) !== true) {
        return 'may run as root; set runAsNonRoot: true';
      }
      return (own.runAsUser ?? pod.runAsUser) === 0 && 'runs as user 0; give it another runAsUser';
    }),

  'capabilities': (world) =>
    eachContainer(world, ({ capabilities = {} }) => {
      if (!(capabilities.drop ?? []).includes('ALL')) {
        return 'keeps capabilities; drop ALL';
      }
      return capabilities.add?.length > 0 && `adds ${capabilities.add}; add none`;
    }),

  'seccomp': (world) =>
    eachContainer(
      world,
      (own, pod) => !['RuntimeDefault', 'Localhost'].includes((own.seccompProfile ?? pod.seccompProfile)?.type) && 'may call all of the kernel; set seccompProfile RuntimeDefault',
    ),

  'writable-root': (world) =>
    eachContainer(world, (own) => own.readOnlyRootFilesystem !== true && 'can change its image; set readOnlyRootFilesystem and mount what it writes to'),

  'host': (world) =>
    eachPod(world, (spec, { ports }) => {
      const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter((name) => spec[name]);
      return shared.length > 0 ? `shares ${shared} with its node` : ports.some(({ hostPort }) => hostPort) && 'takes a port of its node; leave hostPort out';
    }),

  'volumes': (world) =>
    eachPod(world, ({ volumes = [] }) => {
      const other = volumes.find((volume) => !VOLUMES.some((type) => type in volume));
      return other && `volume ${other.name} is of a kind that "restricted" forbids`;
    }),

  'endless-volume': (world) =>
    eachPod(world, ({ volumes = [] }) => {
      const endless = volumes.find(({ emptyDir }) => emptyDir && !emptyDir.sizeLimit);
      return endless && `volume ${endless.name} can fill its node; give emptyDir a sizeLimit`;
    }),

  'service-account': (world) =>
    eachPod(world, (spec, workload) => {
      const account = spec.serviceAccountName;
      if (!account || account === 'default') {
        return 'has the account of the namespace; give it a serviceAccountName of its own';
      }
      const other = world.workloads.find((one) => one.spec.serviceAccountName === account && one.namespace === workload.namespace);
      // A canary is of the same service.
      return other.labels['app.kubernetes.io/name'] !== workload.labels['app.kubernetes.io/name'] && `shares the account ${account} with ${other.name}`;
    }),

  'account-token': (world) =>
    eachPod(
      world,
      ({ automountServiceAccountToken: mounted, serviceAccountName: account }) =>
        mounted !== false && !mayAsk(world, account) && 'has a token for the API server, and no rights there; set automountServiceAccountToken: false',
    ),

  // A service dungeon-ingest would set DUNGEON_INGEST_PORT to tcp://…, which the ingest takes for its own port.
  'service-links': (world) =>
    eachPod(world, ({ enableServiceLinks }) => enableServiceLinks !== false && 'gets variables of all services, some of which read like settings; set enableServiceLinks: false'),

  'open-rights': function* (world) {
    for (const role of world.of('Role', 'ClusterRole')) {
      if ((role.rules ?? []).some(({ verbs = [], resources = [], apiGroups = [] }) => [...verbs, ...resources, ...apiGroups].includes('*'))) {
        yield `${named(role)}: gives rights by *; name them`;
      }
    }
    for (const binding of world.of('RoleBinding', 'ClusterRoleBinding')) {
      if (['cluster-admin', 'admin', 'edit'].includes(binding.roleRef.name)) {
        yield `${named(binding)}: makes somebody ${binding.roleRef.name}; give a role of its own`;
      }
    }
  },

  'restricted-namespace': function* (world) {
    for (const namespace of world.of('Namespace')) {
      if (namespace.metadata.labels?.['pod-security.kubernetes.io/enforce'] !== 'restricted') {
        yield `${named(namespace)}: lets any pod in; label it pod-security.kubernetes.io/enforce: restricted`;
      }
    }
  },

  'secret-values': function* (world) {
    for (const secret of world.of('Secret')) {
      if (Object.keys({ ...secret.data, ...secret.stringData }).length > 0) {
        yield `${named(secret)}: has values, which belong to nobody who reads this; seal it (secrets/)`;
      }
    }
    for (const workload of world.workloads) {
      for (const { name, env = [] } of workload.allContainers) {
        for (const variable of env.filter((one) => one.value && /PASSWORD|SECRET|TOKEN$|_KEY$/.test(one.name) && !/_FILE$/.test(one.name))) {
          yield `${workload.name}: container ${name} has ${variable.name} in the open; mount a secret and name its file`;
        }
      }
    }
  },
};

function mayAsk(world, account) {
  return world.allOf('RoleBinding', 'ClusterRoleBinding').some(({ subjects = [] }) => subjects.some(({ kind, name }) => kind === 'ServiceAccount' && name === account));
}
