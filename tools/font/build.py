"""Makes the embedded font: Noto Sans CJK SC with TrueType outlines, GBK coverage."""
import sys, time
from fontTools.ttLib import TTFont, newTable
from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.pens.cu2quPen import Cu2QuPen
src, out = sys.argv[1], sys.argv[2]
t=time.time()
f=TTFont(src, fontNumber=2, lazy=False)
print(f['name'].getDebugName(4))
chars=set(range(0x20,0x7f))|set(range(0xa1,0x100))
for hi in range(0x81,0xff):
    for lo in range(0x40,0xff):
        if lo==0x7f: continue
        try: chars.add(ord(bytes([hi,lo]).decode('gbk')))
        except Exception: pass
extra="≥≤≧≦≈≠±×÷‰℃㎡㎞㎏①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽☑□■☐✓√○●◎△▲→←↑↓−–—…‘’“”【】〔〕「」『』《》〈〉〇·•€£¥§¶©®™喆堃镕玥翀芃珺昇淼焱垚㕽㑇䶮龢犇羴騳赟贇弢頔珅琤璟璐祎祐禛"
chars|={ord(c) for c in extra}|set(range(0x3000,0x3040))|set(range(0xff01,0xff5f))|{0xffe5,0xffe0,0xfffd}
o=subset.Options(); o.layout_features=[]; o.hinting=False; o.drop_tables+=['vhea','vmtx','VORG','BASE','GSUB','GPOS','GDEF','DSIG','STAT','HVAR']; o.notdef_outline=True; o.name_IDs=[0,1,2,3,4,5,6,13,14]; o.glyph_names=False; o.desubroutinize=True
s=subset.Subsetter(o); s.populate(unicodes=chars); s.subset(f)
print('subset',len(f.getGlyphOrder()),time.time()-t)
gs=f.getGlyphSet(); upm=f['head'].unitsPerEm
glyphs={}
for n in f.getGlyphOrder():
    p=TTGlyphPen(None)
    gs[n].draw(Cu2QuPen(p, 1.5, reverse_direction=True))
    glyphs[n]=p.glyph()
print('glyf',time.time()-t)
glyf=newTable('glyf'); glyf.glyphOrder=f.getGlyphOrder(); glyf.glyphs=glyphs
f['glyf']=glyf; f['loca']=newTable('loca')
m=f['maxp']; m.tableVersion=0x00010000
for k,v in dict(maxZones=1,maxTwilightPoints=0,maxStorage=0,maxFunctionDefs=0,maxInstructionDefs=0,maxStackElements=0,maxSizeOfInstructions=0,maxComponentElements=0,maxPoints=0,maxContours=0,maxCompositePoints=0,maxCompositeContours=0,maxComponentDepth=0).items(): setattr(m,k,v)
del f['CFF ']
if 'VORG' in f: del f['VORG']
f['post'].formatType=3.0; f.sfntVersion="\x00\x01\x00\x00"
f['head'].created=f['head'].modified=3660595200
f.recalcTimestamp=False
f.save(out, reorderTables=True)
print('saved',time.time()-t)
