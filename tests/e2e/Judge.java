import com.adobe.epubcheck.tool.EpubChecker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

/**
 * EPUBCheck for one book after the other: to start it takes twenty times as long as to judge a book. It listens at the
 * socket that its argument names. Who connects sends a book's path as a line and gets what EPUBCheck says of it, after
 * a line with its exit code. It ends when the socket's file is removed, or when nobody has come for half an hour.
 */
public class Judge {
    private static final long PATIENCE = 30 * 60 * 1000L;
    private static volatile long lastVisit = System.currentTimeMillis();

    public static void main(String[] arguments) throws Exception {
        Path socket = Path.of(arguments[0]);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread watch = new Thread(() -> endWithout(socket));
            watch.setDaemon(true);
            watch.start();
            while (true) {
                try (SocketChannel visitor = server.accept()) {
                    answer(visitor);
                }
                lastVisit = System.currentTimeMillis();
            }
        }
    }

    private static void endWithout(Path socket) {
        try {
            while (Files.exists(socket) && System.currentTimeMillis() - lastVisit < PATIENCE) Thread.sleep(500);
            Files.deleteIfExists(socket);
        } catch (Exception ignored) {
            // Then it ends as well.
        }
        System.exit(0);
    }

    private static void answer(SocketChannel visitor) throws Exception {
        String book = new Scanner(Channels.newReader(visitor, StandardCharsets.UTF_8)).nextLine();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        int code = new EpubChecker().run(new String[] {"--failonwarnings", "--quiet", book});
        byte[] verdict = (code + "\n" + said.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        for (ByteBuffer rest = ByteBuffer.wrap(verdict); rest.hasRemaining();) visitor.write(rest);
    }
}
