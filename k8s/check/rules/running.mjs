// What keeps a service running: room, probes, and others that stay when one goes.
import { named } from '../render.mjs';
import { namespaceOf, selects } from '../world.mjs';

/** A clean stop takes up to 20 s, and the door needs a moment to notice. */
const GRACE_SECONDS_MINIMUM = 25;
const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'];

function* lastingContainers(world, fault) {
  for (const workload of world.workloads.filter(({ lasting }) => lasting)) {
    for (const container of [...workload.containers, ...workload.sidecars]) {
      const says = fault(container, workload);
      if (says) {
        yield `${workload.name}: container ${container.name} ${says}`;
      }
    }
  }
}

function budgets(world, workload) {
  return world
    .allOf('PodDisruptionBudget')
    .filter((budget) => namespaceOf(budget) === workload.namespace && selects(budget.spec.selector, workload.labels));
}

function question(probe) {
  const { httpGet, tcpSocket, exec, grpc } = probe;
  return JSON.stringify({ httpGet, tcpSocket, exec, grpc });
}

export const runningRules = {
  'limits': function* (world) {
    for (const workload of world.workloads) {
      for (const { name, resources: { requests = {}, limits = {} } = {} } of workload.allContainers) {
        const missing = [
          ...['cpu', 'memory'].filter((resource) => !(resource in requests)).map((resource) => `requests.${resource}`),
          ...(limits.memory ? [] : ['limits.memory']),
        ];
        if (missing.length > 0) {
          yield `${workload.name}: container ${name} has no ${missing.join(', no ')}`;
        }
      }
    }
  },

  'image-tag': function* (world) {
    for (const workload of world.workloads) {
      for (const { name, image = '' } of workload.allContainers) {
        if (!/@sha256:[0-9a-f]{64}$/.test(image) && !/:(?!latest$)[^:/]+$/.test(image)) {
          yield `${workload.name}: container ${name} has the image ${image}, which can be another one tomorrow; name a version`;
        }
      }
    }
  },

  'probes': (world) =>
    lastingContainers(world, (container) => {
      const missing = PROBES.filter((probe) => !(probe in container));
      return missing.length > 0 && `has no ${missing.join(', no ')}`;
    }),

  'liveness-as-readiness': (world) =>
    lastingContainers(
      world,
      ({ livenessProbe, readinessProbe }) =>
        livenessProbe && readinessProbe && question(livenessProbe) === question(readinessProbe) && 'is killed when it is only not ready; let the liveness probe ask something else',
    ),

  'grace': (world) =>
    lastingContainers(world, (container, { spec, containers }) => {
      const seconds = spec.terminationGracePeriodSeconds ?? 30;
      return container === containers[0] && seconds < GRACE_SECONDS_MINIMUM && `has ${seconds} s to stop, and needs ${GRACE_SECONDS_MINIMUM}`;
    }),

  'spread': function* (world) {
    for (const workload of world.workloads.filter(({ resource }) => ['Deployment', 'StatefulSet'].includes(resource.kind))) {
      const spread = (workload.spec.topologySpreadConstraints ?? []).map(({ topologyKey }) => topologyKey);
      if (workload.replicas(world) > 1 && !spread.includes('kubernetes.io/hostname')) {
        yield `${workload.name}: all of it can be on one node; spread it over kubernetes.io/hostname`;
      }
    }
  },

  'budget': function* (world) {
    for (const workload of world.workloads.filter(({ resource }) => ['Deployment', 'StatefulSet'].includes(resource.kind))) {
      const replicas = workload.replicas(world);
      const found = budgets(world, workload);
      if (replicas > 1 && found.length === 0) {
        yield `${workload.name}: a drain can take all of it; give it a PodDisruptionBudget`;
      }
      for (const budget of found.filter(({ spec }) => spec.maxUnavailable === 0 || spec.minAvailable >= replicas)) {
        yield `${named(budget)}: never lets a node be drained; let one of ${workload.name} go`;
      }
    }
  },

  'rollout': function* (world) {
    for (const deployment of world.of('Deployment')) {
      const { type = 'RollingUpdate', rollingUpdate = {} } = deployment.spec.strategy ?? {};
      if (type !== 'RollingUpdate' || rollingUpdate.maxUnavailable !== 0) {
        yield `${named(deployment)}: has fewer instances while it is renewed; set rollingUpdate.maxUnavailable: 0`;
      }
    }
  },

  'labels': function* (world) {
    for (const workload of world.workloads) {
      const missing = ['app.kubernetes.io/name', 'app.kubernetes.io/part-of'].filter((label) => !workload.labels[label]);
      if (missing.length > 0) {
        yield `${workload.name}: its pods have no ${missing.join(', no ')}`;
      }
    }
  },

  // Each scaling moves state, and the lag of an application that commits transactions is never 0.
  'scaled-state': function* (world) {
    for (const scaler of world.of('HorizontalPodAutoscaler')) {
      if (scaler.spec.scaleTargetRef.kind === 'StatefulSet') {
        yield `${named(scaler)}: scales ${scaler.spec.scaleTargetRef.name}, which has state; scale it by hand`;
      }
    }
  },

  'replicas-of-scaled': function* (world) {
    for (const workload of world.workloads) {
      const scaler = world.of('HorizontalPodAutoscaler').find(({ spec }) => workload.isNamed(spec.scaleTargetRef));
      if (scaler && workload.resource.spec.replicas !== undefined) {
        yield `${workload.name}: has replicas, which each apply sets back; leave them to ${named(scaler)}`;
      }
    }
  },
};
