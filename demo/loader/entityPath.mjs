/** Path of an entity in the API, of a ref such as `component:default/checkout`. */
export function entityPath(entityRef) {
  const [, kind, namespace, name] = /^(.+):(.+)\/(.+)$/.exec(entityRef);
  return `/entities/${kind}/${namespace}/${name}`;
}
