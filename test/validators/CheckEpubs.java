import com.adobe.epubcheck.tool.EpubChecker;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;

/** Many EPUBs through EPUBCheck in one virtual machine: folder for the reports, then the files; 0.json is of the first file. */
public class CheckEpubs {
  public static void main(String[] arguments) {
    PrintStream silence = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(silence);
    System.setErr(silence);
    for (int number = 1; number < arguments.length; number++) {
      String report = new File(arguments[0], (number - 1) + ".json").getPath();
      new EpubChecker().run(new String[] {arguments[number], "--usage", "--json", report});
    }
    System.exit(0);
  }
}
