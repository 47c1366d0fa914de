package prose

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// figures gives each figure of a text as "kind text", names left out.
func figures(t *testing.T, text string) []string {
	t.Helper()
	kinds := []string{"level", "plan", "completion", "growth", "share", "comparison", "range", "name"}
	x := Read(text)
	var out []string
	for i := range x.Mentions {
		if m := &x.Mentions[i]; m.Kind != Name {
			out = append(out, kinds[m.Kind]+" "+x.Quote(m.At))
		}
	}
	return out
}

func TestKinds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"城镇新增就业14.46万人,完成省定目标的111.23%", "level 14.46万人|completion 111.23%"},
		{"失业保险参保158.32万人,完成省人社厅下达任务数158万的100.2%", "level 158.32万人|plan 158万|completion 100.2%"},
		{"计划培训500人,实际培训520人,完成率104%", "plan 500人|level 520人|completion 104%"},
		{"造林面积为年度目标的96%", "completion 96%"},
		{"超额完成年度目标的20%", "growth 20%"},
		{"旅游收入同比增长12.4%,较上年增加1.2亿元", "growth 12.4%|growth 1.2亿元"},
		{"满意度提高2.1个百分点,由46%提高到51%", "growth 2.1个百分点|level 46%|level 51%"},
		{"较2022年的548公里增加23公里", "comparison 548公里|growth 23公里"},
		{"上年同期为60%,过夜游客占38%", "level 60%|share 38%"},
		{"上年同期60%", "comparison 60%"},
		{"新增取得证书1436人,新增17名", "level 1436人|level 17名"},
		{"综合排名第3名,位列第6位,第2批共14个", "level 14个"},
		{"1. 检测1268批次;2、新建5个;3.2023年建成6座", "level 1268批次|level 5个|level 6座"},
		{"目标2:2021年抚育11万亩", "level 11万亩"},
		{"(一)改造3所。(2)新建5个", "level 3所|level 5个"},
		{"农发〔2023〕12号,12345热线,“五个100工程”,PM2.5,5G,A4,S203线,1+3,3A级", ""},
		{"2021-2025年,2022年3月15日,2022.3.15,10时", ""},
		{"0-6岁,18至60周岁,98%-100%,3—5月", "range 98%"},
		{"３５０．５万元，１２％", "level ３５０．５万元|level １２％"},
		{"全年维修路灯 1652 盏", "level 1652 盏"},
		{"培训12 345人次,建成5 12座", "level 12座"}, // 12 345 may be one figure or two; 5 12 are none of one
		{"共1,268批次,12,345人", "level 1,268批次|level 12,345人"},
		{"建设十二个示范村,开展活动二十五场,满意率百分之九十五,入选率百分之百", "level 十二个|level 二十五场|level 百分之九十五|level 百分之百"},
		{"三个平台、十大工程、百日攻坚、三四十人、一站式、二次创业、第十二条、五十余人", ""},
		{"每平方米2800元/平方米", "level 2800元/平方米"},
		{"卡号6222021234567890123,电话0591-87654321", ""},
	} {
		if got := strings.Join(figures(t, c.text), "|"); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestBounds holds figures to what their print can stand for.
func TestBounds(t *testing.T) {
	for _, c := range []struct {
		text, value, low, high string
		hedge                  Hedge
	}{
		{"就业14.46万人", "144600", "144550", "144700", Plain},
		{"就业144547人", "144547", "144547", "144547", Plain},
		{"完成率96.3%", "96.3", "96.25", "96.4", Plain},
		{"投资1.2亿元", "120000000", "115000000", "130000000", Plain},
		{"培训3000余人", "3000", "3000", "4000", More},
		{"植树5.2万余株", "52000", "52000", "53000", More},
		{"约3300人次", "3300", "2970", "3630", About},
		{"近200家", "200", "180", "200", Near},
		{"签约16万人", "160000", "155000", "170000", Plain},
	} {
		x := Read(c.text)
		if len(x.Mentions) != 1 {
			t.Errorf("%s: got %d figures, want 1", c.text, len(x.Mentions))
			continue
		}
		m := x.Mentions[0]
		if m.Value.String() != c.value || m.Low.String() != c.low || m.High.String() != c.high || m.Hedge != c.hedge {
			t.Errorf("%s: got %s [%s, %s] %d, want %s [%s, %s] %d", c.text, m.Value, m.Low, m.High, m.Hedge, c.value, c.low, c.high, c.hedge)
		}
	}
	for text, open := range map[string][2]bool{"超过95%": {false, true}, "95%以上": {false, true}, "不超过30件": {true, false}, "4%以内": {true, false}} {
		if m := Read(text).Mentions[0]; m.OpenLow != open[0] || m.OpenHigh != open[1] {
			t.Errorf("%s: got open %v %v, want %v", text, m.OpenLow, m.OpenHigh, open)
		}
	}
}

// TestCompare ties names to subjects: exact, alike, or of other things.
func TestCompare(t *testing.T) {
	const no, alike, exact = 0, 1, 2
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"城镇失业人员再就业人数", "失业人员再就业4.27万人", exact},
		{"新增就业人员数量", "2022年我市城镇新增就业14.46万人", exact},
		{"举办惠民演出场次", "举办文化惠民演出331场", alike},
		{"基本养老保险参保人数", "全市月平均参保人数205.62万人", no},
		{"新增取得高级工以上职业资格证书的人数", "新增取得技师、高级技师职业资格证书1436人", no},
		{"农村低保对象人数", "保障城市低保对象5086人", no},
		{"改造监控点位", "监控点位改造126个", exact},
		{"城镇新增就业人数", "农村新增就业300人", no},
		{"水质达标率", "水质达标率达到97.2%", exact},
		{"改造学校食堂数量", "改造食堂13个", alike},
		{"受益人口", "受益人口2.71万人", exact},
		{"治理河道长度", "巡查河道29次", no},
	} {
		name := NewPhrase(c.name)
		got, m := no, Compare(&name, &Read(c.text).Mentions[0].Subject)
		switch {
		case m.Exact:
			got = exact
		case m.Alike >= 50:
			got = alike
		}
		if got != c.want {
			t.Errorf("%s, %s: got %d (%+v), want %d", c.name, c.text, got, m, c.want)
		}
	}
}

func TestLists(t *testing.T) {
	x := Read("引进人才206名,其中A类17名、B类40名;ABC类分别新增17名、40名。甲17名、乙40名,合计57名(其中女5名),共培训8人。")
	var got []string
	for _, m := range x.Mentions {
		got = append(got, x.Quote(m.At)+[]string{"", " part", " each", " together"}[m.Among])
	}
	want := "206名|17名 part|40名 part|17名 each|40名 each|17名|40名|57名 together|5名 part|8人"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestYears(t *testing.T) {
	x := Read("2021年造林3万亩,2022年抚育5万亩。再造2亩,较2020年多1亩。")
	var years []int
	for _, m := range x.Mentions {
		years = append(years, m.Year)
	}
	if len(years) != 4 || years[0] != 2021 || years[1] != 2022 || years[2] != 0 || years[3] != 0 {
		t.Errorf("got years %v, want [2021 2022 0 0]", years)
	}
	if len(x.Years) != 2 {
		t.Errorf("got %d years spoken of, want 2: %v", len(x.Years), x.Years)
	}
}

// TestVocabulary opens the data and holds the loader to refusing what is wrong with it.
func TestVocabulary(t *testing.T) {
	if _, err := load(vocabularyYAML); err != nil {
		t.Error(err)
	}
	data := string(vocabularyYAML)
	for name, bad := range map[string]string{
		"an unknown list": data + "\nunheard_of: [甲]\n",
		"an empty word":   strings.Replace(data, "more: [余,", "more: [\"\",", 1),
		"no list":         strings.Replace(data, "points: ", "percents: ", 1),
		"odd quotes":      strings.Replace(data, `"《》"`, `"《"`, 1),
	} {
		if _, err := load([]byte(bad)); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}

// FuzzRead holds every figure of any text to lie in it, in order.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"城镇新增就业14.46万人,完成省定目标的111.23%。", "1.2022年(其中:A类17名、B类40名),合计57名;", "“100", "第", "百分之", "一百", "目标1", "9999999999999999999", "5%-", "约", "分别为3个、4个", "０．５", "3 4\u30005",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := Read(s)
		if n := utf8.RuneCountInString(s); x.Len() > n {
			t.Fatalf("got %d characters of %d", x.Len(), n)
		}
		last := 0
		for i := range x.Mentions {
			m := &x.Mentions[i]
			if m.At.Start < last || m.At.End <= m.At.Start || m.At.End > x.Len() {
				t.Fatalf("got figure %d at %v after %d in %q", i, m.At, last, s)
			}
			last = m.At.End
			if m.Words.Start < 0 || m.Words.End > x.Len() || m.Words.Start > m.Words.End {
				t.Fatalf("got words at %v of %d in %q", m.Words, x.Len(), s)
			}
			_ = x.QuoteOf(m)
			if m.Kind != Name && !m.OpenLow && !m.OpenHigh && m.High.Cmp(m.Low) < 0 {
				t.Fatalf("got bounds [%s, %s] in %q", m.Low, m.High, s)
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("全市新增取得高级工以上职业资格证书12324人,完成省定目标的129.72%,预计排名全省第1名。", 30)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text)
	}
}
