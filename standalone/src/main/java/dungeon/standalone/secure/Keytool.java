package dungeon.standalone.secure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's tool for certificates. It is on every machine that can run this, needs no library on the class path of the broker, and what it
 * takes, a third of a second for each certificate, is paid once.
 */
final class Keytool {
    private static final String AUTHORITY = "ca";
    private static final String PASSWORD = "DUNGEON_STORE_PASSWORD";
    private static final int PASSWORD_BYTES = 24;
    private static final long RUN_MAXIMUM_S = 60;

    private final Path folder;
    private final Duration validity;
    private final String password;

    /** Takes what was issued. */
    @FunctionalInterface
    interface Taker {
        /**
         * Takes one file.
         *
         * @param name of the authority or a service
         * @param pem the key, if there is one, and the certificate
         */
        void take(String name, String pem) throws IOException;
    }

    /** @param folder for what is needed meanwhile; it is there only as long as something is issued */
    Keytool(Path folder, Duration validity) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        this.folder = folder;
        this.validity = validity;
        this.password = Base64.getUrlEncoder().encodeToString(random);
    }

    /**
     * Makes an authority, a key for each service and its certificate, and forgets the authority's key.
     *
     * @throws IOException if the tool fails; the message has what it says
     */
    void issue(List<Service> services, Taker taker) throws IOException {
        OwnerOnly.createFolder(folder);
        try {
            Path authority = folder.resolve(AUTHORITY);
            finish(begin(authority, AUTHORITY, "-ext", "bc:c=ca:true,pathlen:0", "-ext", "ku:c=keyCertSign"));
            taker.take(AUTHORITY, PemFile.text(certificate(authority, AUTHORITY)));
            // Each in a store of its own, so that they are made side by side.
            Map<Service, Process> runs = new LinkedHashMap<>();
            for (Service service : services) {
                Path store = folder.resolve(service.principal());
                Files.copy(authority, store);
                runs.put(service, begin(store, service.principal(), extensionsOf(service)));
            }
            for (Map.Entry<Service, Process> run : runs.entrySet()) {
                finish(run.getValue());
                String name = run.getKey().principal();
                Path store = folder.resolve(name);
                taker.take(
                        name,
                        PemFile.text(open(store).getKey(name, password.toCharArray()))
                                + PemFile.text(certificate(store, name)));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("keytool has left a store that cannot be read: " + e.getMessage(), e);
        } finally {
            OwnerOnly.remove(folder);
        }
    }

    /** A broker answers on 127.0.0.1, and is a client of the controller; a service is a client only. */
    private static String[] extensionsOf(Service service) {
        String[] client = {"-signer", AUTHORITY, "-ext", "ku:c=digitalSignature", "-ext", "eku=clientAuth"};
        String[] server = {
            "-signer",
            AUTHORITY,
            "-ext",
            "ku:c=digitalSignature",
            "-ext",
            "eku=serverAuth,clientAuth",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost"
        };
        return service == Service.BROKER ? server : client;
    }

    private Process begin(Path store, String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                // A command line is seen by everybody on the machine.
                "-storepass:env",
                PASSWORD,
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                String.valueOf(validity.toDays())));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output(store).toFile());
        builder.environment().put(PASSWORD, password);
        // Names, dates and errors in the language of the machine would be no trouble, but are not ours to rely on.
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private void finish(Process run) throws IOException {
        try {
            if (!run.waitFor(RUN_MAXIMUM_S, TimeUnit.SECONDS)) {
                run.destroyForcibly();
                throw new IOException("keytool did not end within %d s".formatted(RUN_MAXIMUM_S));
            }
        } catch (InterruptedException e) {
            run.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while keytool was running", e);
        }
        if (run.exitValue() != 0) {
            throw new IOException("keytool ended with exit code %d: %s".formatted(run.exitValue(), said()));
        }
    }

    private String said() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder, "*.out")) {
            for (Path file : files) {
                all.append(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all.toString().strip();
    }

    private static Path output(Path store) {
        return store.resolveSibling(store.getFileName() + ".out");
    }

    private Certificate certificate(Path store, String name) throws IOException, GeneralSecurityException {
        return open(store).getCertificate(name);
    }

    private KeyStore open(Path store) throws IOException, GeneralSecurityException {
        KeyStore opened = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            opened.load(bytes, password.toCharArray());
        }
        return opened;
    }
}
