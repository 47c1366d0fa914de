// Forms as tables of iText 2, whose heir is OpenPDF: a font named and not
// embedded, or the whole of one. The class path must name the library.
import com.lowagie.text.*;
import com.lowagie.text.Font;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.*;
import java.io.FileOutputStream;
import java.nio.file.*;
import java.util.*;
import java.util.List;

public class IText {
    static Map<String, Object> job, look;
    static BaseFont base;

    public static void main(String[] args) throws Exception {
        job = map(new Json(Files.readString(Path.of(args[0]))).value());
        look = map(job.get("look"));
        String borders = (String) look.get("Borders");
        if ((boolean) look.get("Stacked") || (boolean) look.get("CutRows") || !List.of("full", "hairline", "thick", "none", "horizontal").contains(borders)) {
            System.exit(78);
        }
        base = BaseFont.createFont((String) job.get("font"), BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        Document doc = new Document(new Rectangle((float) num(job.get("width")), (float) num(job.get("height"))), 34, 34, 34, 34);
        PdfWriter writer = PdfWriter.getInstance(doc, new FileOutputStream(args[1]));
        if ((boolean) look.get("Left")) {
            writer.setFullCompression(); // objects in streams
        }
        doc.open();
        for (Object page : list(job.get("covers"))) {
            for (Object s : list(page)) {
                doc.add(new Paragraph((String) s, font(1)));
            }
            doc.newPage();
        }
        boolean first = true;
        for (Object o : list(job.get("forms"))) {
            Map<String, Object> f = map(o);
            if (!first) {
                doc.newPage();
            }
            first = false;
            if (!(boolean) look.get("Alone")) {
                line(doc, (String) f.get("title"), 1.6, Element.ALIGN_CENTER);
                line(doc, (String) f.get("sub"), 1, Element.ALIGN_CENTER);
                for (Object s : list(f.get("above"))) {
                    line(doc, (String) s, 1, Element.ALIGN_CENTER);
                }
            }
            doc.add(table(f, borders));
            if (!(boolean) look.get("Alone")) {
                for (Object s : list(f.get("below"))) {
                    line(doc, (String) s, 1, Element.ALIGN_LEFT);
                }
            }
        }
        doc.close();
    }

    static void line(Document doc, String s, double factor, int align) throws DocumentException {
        if (!s.isEmpty()) {
            Paragraph p = new Paragraph(s, font(factor));
            p.setAlignment(align);
            doc.add(p);
        }
    }

    static PdfPTable table(Map<String, Object> f, String borders) throws DocumentException {
        List<Object> w = list(f.get("widths"));
        float[] widths = new float[w.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = (float) num(w.get(i));
        }
        PdfPTable t = new PdfPTable(widths);
        t.setWidthPercentage((float) (100 * num(look.get("Width"))));
        t.setSpacingBefore(6);
        t.setHeaderRows((int) num(f.get("head")));
        for (Object o : list(f.get("cells"))) {
            Map<String, Object> c = map(o);
            PdfPCell cell = new PdfPCell(new Phrase((String) c.get("t"), font(1)));
            cell.setRowspan((int) num(c.get("rs")));
            cell.setColspan((int) num(c.get("cs")));
            boolean left = (boolean) look.get("Left");
            cell.setHorizontalAlignment(left || c.get("kind").equals("text") ? Element.ALIGN_LEFT : Element.ALIGN_CENTER);
            cell.setVerticalAlignment(left ? Element.ALIGN_TOP : Element.ALIGN_MIDDLE);
            cell.setPadding((float) num(look.get("Padding")));
            cell.setPaddingBottom((float) num(look.get("Padding")) + 2);
            cell.setBorderWidth((float) num(job.get("line")));
            switch (borders) {
                case "none" -> cell.setBorder(Rectangle.NO_BORDER);
                case "horizontal" -> cell.setBorder(Rectangle.TOP | Rectangle.BOTTOM);
                default -> { }
            }
            if ((boolean) look.get("Shade") && (c.get("kind").equals("heading") || c.get("kind").equals("label"))) {
                cell.setGrayFill(0.9f);
            }
            t.addCell(cell);
        }
        return t;
    }

    static Font font(double factor) {
        return new Font(base, (float) (num(look.get("Size")) * factor));
    }

    static double num(Object o) {
        return ((Number) o).doubleValue();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object o) {
        return (Map<String, Object>) o;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object o) {
        return o == null ? List.of() : (List<Object>) o;
    }

    /** Json reads one value. */
    static class Json {
        final String s;
        int at;

        Json(String s) {
            this.s = s;
        }

        char next() {
            while (Character.isWhitespace(s.charAt(at))) {
                at++;
            }
            return s.charAt(at);
        }

        Object value() {
            switch (next()) {
                case '{': {
                    Map<String, Object> m = new HashMap<>();
                    for (at++; next() != '}';) {
                        String k = string();
                        next();
                        at++; // the colon
                        m.put(k, value());
                        if (next() == ',') {
                            at++;
                        }
                    }
                    at++;
                    return m;
                }
                case '[': {
                    List<Object> l = new ArrayList<>();
                    for (at++; next() != ']';) {
                        l.add(value());
                        if (next() == ',') {
                            at++;
                        }
                    }
                    at++;
                    return l;
                }
                case '"':
                    return string();
                default: {
                    int from = at;
                    while (",]}".indexOf(next()) < 0) {
                        at++;
                    }
                    String w = s.substring(from, at).trim();
                    return w.equals("null") ? null : w.equals("true") || w.equals("false") ? (Object) Boolean.valueOf(w) : Double.valueOf(w);
                }
            }
        }

        String string() {
            next();
            StringBuilder b = new StringBuilder();
            for (at++; s.charAt(at) != '"'; at++) {
                if (s.charAt(at) != '\\') {
                    b.append(s.charAt(at));
                    continue;
                }
                char c = s.charAt(++at);
                if (c == 'u') {
                    b.append((char) Integer.parseInt(s.substring(at + 1, at + 5), 16));
                    at += 4;
                } else {
                    b.append(c == 'n' ? '\n' : c == 't' ? '\t' : c);
                }
            }
            at++;
            return b.toString();
        }
    }
}
