import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;

/** Prints what LanguageTool finds in French texts, one line each: file, rule, text around it. The first argument lists rules to leave out. */
public class CheckFrench {
  public static void main(String[] arguments) throws Exception {
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("fr"));
    tool.disableRules(List.of(arguments[0].split(",")));
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    for (int i = 1; i < arguments.length; i++) {
      String text = Files.readString(Path.of(arguments[i]));
      for (RuleMatch match : tool.check(text)) {
        String around = text.substring(Math.max(0, match.getFromPos() - 40), Math.min(text.length(), match.getToPos() + 40));
        out.println(Path.of(arguments[i]).getFileName() + "\t" + match.getRule().getId() + "\t" + around.replace("\n", " "));
      }
    }
  }
}
