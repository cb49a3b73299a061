/**
 * The records of an aggregate: which kinds there are ({@link dungeon.platform.core.state.Table}), how they are read and changed, and
 * that a decision changes all of them or none ({@link dungeon.platform.core.state.UnitOfWork}). Pure.
 */
package dungeon.platform.core.state;
