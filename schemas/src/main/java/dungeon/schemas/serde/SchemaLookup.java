package dungeon.schemas.serde;

import org.apache.avro.Schema;

/** Where a reader finds the schema that a record names: at the registry, or among those that were loaded before. */
@FunctionalInterface
public interface SchemaLookup {
    /**
     * The schema with an id.
     *
     * @throws UnknownSchemaException if there is none
     * @throws UndecodableException if it is none that can be read with
     * @throws SchemaUnavailableException if nobody can tell now, and nobody is to wait
     * @throws RegistryUnavailableException if nobody can tell now, and it is to be tried again
     */
    Schema schemaOf(int id);
}
