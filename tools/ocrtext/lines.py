"""Renders the lines of text that the tests of extract/ocr/text read.

    python3 lines.py extract/ocr/text/testdata/lines

needs Debian's python3-pil, fonts-noto-cjk, fonts-arphic-gbsn00lp, fonts-arphic-gkai00mp
and fonts-wqy-zenhei. lines.tsv says what stands in each picture and how high its
characters are, in dots.
"""
import os
import random
import sys

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = "/usr/share/fonts/"
SONG = (FONTS + "truetype/arphic-gbsn00lp/gbsn00lp.ttf", 0)
KAI = (FONTS + "truetype/arphic-gkai00mp/gkai00mp.ttf", 0)
HEI = (FONTS + "truetype/wqy/wqy-zenhei.ttc", 0)
SERIF = (FONTS + "opentype/noto/NotoSerifCJK-Regular.ttc", 2)
OVER = 4  # rendered as many times larger, then shrunk

LINES = [
    ("unit", SONG, 25, "主管部门及代码", "clean"),
    ("number", SERIF, 30, "指标1：新增床位200张", "scan"),
    ("one", SONG, 28, "一般公共预算拨款", "clean"),
    ("least", SERIF, 33, "≥95%", "clean"),
    ("latin", HEI, 24, "PM2.5年均浓度", "scan"),
    ("kai", KAI, 38, "社会公众满意度", "scan"),
    ("fax", HEI, 29, "年度资金总额（万元）", "fax"),
    ("small", SERIF, 15, "项目实施单位", "clean"),
    ("large", SONG, 60, "产出指标", "scan"),
    ("ring", SERIF, 32, "③=①+②", "clean"),
    ("five", SONG, 24, "⑥结余=⑤-⑨", "clean"),
    ("ten", KAI, 30, "年度拨付⑩", "scan"),
    ("seven", HEI, 26, "⑦", "scan"),
    ("square", SERIF, 34, "占地10²亩", "clean"),
    ("dash", SONG, 25, "—", "scan"),
    ("hyphen", HEI, 30, "-", "clean"),
    ("boxes", HEI, 28, "国日目四回10", "clean"),
]


def damage(picture, kind, dice):
    if kind == "clean":
        return picture
    picture = picture.filter(ImageFilter.GaussianBlur(0.6))
    noise = [dice.gauss(0, 5 if kind == "scan" else 12) for _ in range(picture.width * picture.height)]
    values = [v * 0.88 + 22 + n for v, n in zip(picture.getdata(), noise)]
    if kind == "fax":
        values = [255 if v > 140 else 0 for v in values]
    picture.putdata([round(min(max(v, 0), 255)) for v in values])
    return picture


def render(font, size, text, kind, dice):
    face = ImageFont.truetype(font[0], size * OVER, index=font[1])
    left, top, right, bottom = face.getbbox(text)
    edge = size * OVER // 3
    big = Image.new("L", (right - left + 2 * edge, bottom - top + 2 * edge), 255)
    ImageDraw.Draw(big).text((edge - left, edge - top), text, font=face, fill=0)
    return damage(big.resize((big.width // OVER, big.height // OVER), Image.BOX), kind, dice)


def main(folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "lines.tsv"), "w", encoding="utf-8") as table:
        for name, font, size, text, kind in LINES:
            render(font, size, text, kind, random.Random(name)).save(os.path.join(folder, name + ".png"), optimize=True)
            table.write(f"{name}\t{size}\t{text}\n")


main(*sys.argv[1:])
