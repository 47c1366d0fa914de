// Package cross_test plants twelve slips that show only across forms in a folder of sound
// ones, and holds the comparison to finding them and nothing else.
package cross_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/score/cross"
)

// kept is a store in memory that counts what is read from it. Entries go through JSON,
// as they do in an account.
type kept struct {
	raw  [][]byte
	gets int
}

func (k *kept) Put(e *cross.Entry) error {
	raw, err := json.Marshal(e)
	k.raw = append(k.raw, raw)
	return err
}

func (k *kept) Get(i int) (*cross.Entry, error) {
	k.gets++
	e := new(cross.Entry)
	return e, json.Unmarshal(k.raw[i], e)
}

// crossed runs forms, by the names of their files, through the stages and compares them.
func crossed(t *testing.T, forms map[string]string) *cross.Found {
	t.Helper()
	audit, err := pipeline.NewAuditor(pipeline.AuditOptions{Lang: extract.ZH})
	if err != nil {
		t.Fatal(err)
	}
	set := cross.New(&kept{})
	for _, name := range slices.Sorted(maps.Keys(forms)) {
		out := pipeline.Run([]byte(forms[name]), name, pipeline.Options{Audit: audit, Lang: extract.ZH, Named: true})
		d := out.Digest()
		if d == nil || len(d.Reports) != 1 || d.Reports[0].Cross == nil {
			t.Fatalf("%s: not read: %+v", name, out.Result.Error)
		}
		if err := set.Add(&cross.Entry{Path: name, Form: 1, Facts: d.Reports[0].Cross}); err != nil {
			t.Fatal(err)
		}
	}
	found, err := set.Run(extract.ZH)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// world is what the forms of a few departments say over three years. A slip changes some
// of it before it is printed.
type world map[string]*said

// said is one form.
type said struct {
	whole                                 bool
	organisation, above, unit, project    string
	year                                  int
	money                                 string // its unit
	initial, carried, spent               int    // in hundredths of the unit
	targets                               []aim
	told                                  string
	lost                                  int    // points, of the second indicator
	reason                                string // for them
	printedBudget, printedLeft, printedIn int    // instead of what follows; -1 for that
}

type aim struct {
	name, op, unit string
	target, done   int
}

func (s *said) budget() int { return s.initial + s.carried }
func (s *said) left() int   { return s.budget() - s.spent }

// number prints hundredths.
func number(n int) string { return fmt.Sprintf("%d.%02d", n/100, n%100) }

// phrases are what narratives are made of.
var phrases = strings.Fields("建成水厂%d座 改造管网%d公里 受益人口%d人 办结群众诉求%d件 培训技术人员%d人次 更换老旧水表%d只 巡查河道%d公里 清理淤泥%d立方米 检测水样%d份 抢修漏点%d处 发放宣传材料%d册 安装路灯%d盏 修复路面%d平方米 新增绿地%d平方米 处理违章%d起 开展应急演练%d次 走访企业%d家 受理申请%d份 完成竣工验收%d项 整改安全隐患%d处 组织文艺演出%d场 放映公益电影%d场 修缮文物%d处 图书馆接待读者%d人次 新建健身步道%d公里 补贴农机具%d台 防治病虫害%d亩 推广良种%d亩 改良土壤%d亩 建设示范基地%d个")

func narrative(r *rand.Rand) string {
	var parts []string
	for _, i := range r.Perm(len(phrases))[:9] {
		parts = append(parts, fmt.Sprintf(phrases[i], 100+r.IntN(900)))
	}
	return strings.Join(parts, "，") + "。"
}

// soundWorld is a world in which everything follows.
func soundWorld() world {
	w := world{}
	r := rand.New(rand.NewPCG(7, 7))
	for d := range 8 {
		org := fmt.Sprintf("云溪县第%s局", []string{"一", "二", "三", "四", "五", "六", "七", "八"}[d])
		left := 6000 + r.IntN(900)
		projectLeft := [2]int{500, 700}
		for year := 2020; year <= 2022; year++ {
			f := &said{whole: true, organisation: org, year: year, money: "万元", initial: 90_000 + r.IntN(20_000), carried: left}
			f.finish(r, year-2020)
			left = f.left()
			w[fmt.Sprintf("%d/whole-%d.txt", d, year)] = f
			for p := range 2 {
				x := &said{organisation: org, unit: org + "服务中心", project: []string{"管网改造", "设施维护"}[p], year: year, money: "万元", initial: 12_000 + r.IntN(2_000), carried: projectLeft[p]}
				x.finish(r, year-2020)
				projectLeft[p] = x.left()
				if year == 2021 && p == 1 {
					x.money, x.initial, x.carried, x.spent = "元", x.initial*10_000, x.carried*10_000, x.spent*10_000
				}
				w[fmt.Sprintf("%d/project-%d-%d.txt", d, p, year)] = x
			}
		}
	}
	return w
}

// finish fills in what is not money.
func (s *said) finish(r *rand.Rand, n int) {
	s.spent = s.budget() * (88 + r.IntN(8)) / 100
	s.targets = []aim{{"完成数量", "≥", "处", 100 + 10*n, 118 + 9*n}, {"群众投诉", "≤", "件", 30 - 2*n, 25 - 2*n}, {"受益人口", "≥", "人", 500 + 10*n, 650 + 10*n}}
	s.told = narrative(r)
	s.lost, s.reason = 1+r.IntN(3), []string{"汛期停工，工期延后", "设备到货晚于计划", "一处征地没有完成", "申报户数少于预计"}[r.IntN(4)]
	s.printedBudget, s.printedLeft, s.printedIn = -1, -1, -1
}

// print is a form as an office would send it.
func (s *said) print() string {
	var b strings.Builder
	line := func(cells ...string) { b.WriteString(strings.Join(cells, "\t") + "\n") }
	or := func(n, follows int) string {
		if n < 0 {
			n = follows
		}
		return number(n)
	}
	rate := fmt.Sprintf("%.2f%%", float64(s.spent)*100/float64(s.budget()))
	points := float64(s.spent) * 10 / float64(s.budget())
	if s.lost == 0 {
		points = 10
	}
	if s.whole {
		line("部门整体支出绩效自评表")
		line(fmt.Sprintf("(%d年度)", s.year))
		line("部门(单位)名称", s.organisation, "主管部门", s.above)
		line("年度资金("+s.money+")", "", "年初预算数", "历年结余结转", "年中调整", "全年预算数", "全年执行数", "执行率", "结余金额", "分值", "得分")
		line("", "年度资金总额", number(s.initial), or(s.printedIn, s.carried), "0.00", or(s.printedBudget, s.budget()), number(s.spent), rate, or(s.printedLeft, s.left()), "10", fmt.Sprintf("%.2f", points))
	} else {
		line("项目支出绩效自评表")
		line(fmt.Sprintf("(%d年度)", s.year))
		line("项目名称", s.project)
		line("主管部门", s.organisation, "", "", "实施单位", s.unit)
		line("项目资金("+s.money+")", "", "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率(B/A)", "得分")
		line("", "年度资金总额", number(s.budget()), number(s.budget()), number(s.spent), "10", rate, fmt.Sprintf("%.2f", points))
		line("", "其中:当年财政拨款", number(s.initial), number(s.initial), number(s.spent-s.carried))
		line("", "上年结转资金", number(s.carried), number(s.carried), number(s.carried))
	}
	line("年度总体目标", "预期目标", "", "", "", "实际完成情况")
	line("", "完成年度各项任务。", "", "", "", s.told)
	line("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
	for i, x := range s.targets {
		score, reason := 30, ""
		if i == 1 {
			if score -= s.lost; s.lost > 0 {
				reason = s.reason
			}
		}
		line("", "产出指标", "数量指标", x.name, fmt.Sprintf("%s%d%s", x.op, x.target, x.unit), fmt.Sprintf("%d%s", x.done, x.unit), "30", fmt.Sprint(score), reason)
	}
	line("总分", "", "", "", "", "", "100", fmt.Sprintf("%.2f", points+90-float64(s.lost)))
	return b.String()
}

func (w world) print() map[string]string {
	out := map[string]string{}
	for name, s := range w {
		out[name] = s.print()
	}
	return out
}

// slip is one thing that two forms say together and cannot, or hardly, be.
type slip struct {
	name, check, here, there string // files
	values                   [2]string
	plant                    func(w world)
}

// slips are twelve, each in a department of its own.
var slips = []slip{
	{"more carried in than was left", "CRS-01", "0/whole-2021.txt", "0/whole-2020.txt", [2]string{"99.99万元", ""}, func(w world) {
		f := w["0/whole-2021.txt"]
		f.initial += f.carried - 9999
		f.carried = 9999
		if w["0/whole-2020.txt"].left() >= 9999 {
			panic("nothing was planted")
		}
	}},
	{"less carried in than was left", "CRS-01", "1/whole-2022.txt", "1/whole-2021.txt", [2]string{"1.23万元", ""}, func(w world) {
		f := w["1/whole-2022.txt"]
		f.initial += f.carried - 123
		f.carried = 123
	}},
	{"a project carries in more than was not spent", "CRS-01", "2/project-0-2022.txt", "2/project-0-2021.txt", [2]string{"88.00万元", ""}, func(w world) {
		f := w["2/project-0-2022.txt"]
		f.initial += f.carried - 8800
		f.carried = 8800
	}},
	{"a target lowered", "CRS-02", "0/whole-2022.txt", "0/whole-2021.txt", [2]string{"80处", "127处"}, func(w world) { w["0/whole-2022.txt"].targets[0].target = 80 }},
	{"an upper bound eased", "CRS-02", "1/project-1-2021.txt", "1/project-1-2020.txt", [2]string{"45件", "25件"}, func(w world) { w["1/project-1-2021.txt"].targets[1].target = 45 }},
	{"a budget ten times last year's", "CRS-03", "2/whole-2020.txt", "2/whole-2019.txt", [2]string{"", "80.00万元"}, func(w world) {
		f := *w["2/whole-2020.txt"]
		f.year, f.initial, f.carried, f.spent = 2019, 8000-100, 100, 8000-f.carried
		f.told = narrative(rand.New(rand.NewPCG(1, 1)))
		w["2/whole-2019.txt"] = &f
		f.targets = slices.Clone(f.targets)
		for name := range w { // its projects and its balance follow
			if strings.HasPrefix(name, "2/project") && strings.HasSuffix(name, "2019.txt") {
				panic(name)
			}
		}
		f.spent = f.budget() - w["2/whole-2020.txt"].carried
		w["2/whole-2019.txt"] = &f
	}},
	{"projects above their department", "CRS-04", "3/whole-2021.txt", "3/project-0-2021.txt", [2]string{"", "1300.00万元"}, func(w world) {
		f := w["3/project-0-2021.txt"]
		grow := 130_000 - f.budget()
		f.initial += grow
		f.spent += grow
		w["3/project-0-2022.txt"].initial += 100_000 // so that the years do not jump
		w["3/project-0-2022.txt"].spent += 100_000
		w["3/whole-2022.txt"].initial += 100_000
		w["3/whole-2022.txt"].spent += 100_000
	}},
	{"a unit above its department", "CRS-04", "4/whole-2021.txt", "4/unit.txt", [2]string{"", "9999.00万元"}, func(w world) {
		f := *w["4/whole-2021.txt"]
		f.above, f.organisation = f.organisation, "云溪县第五局水质监测站"
		f.initial, f.carried, f.spent = 999_900, 0, 990_000
		f.told = narrative(rand.New(rand.NewPCG(2, 2)))
		w["4/unit.txt"] = &f
	}},
	{"results told in another's words", "CRS-05", "6/whole-2021.txt", "5/whole-2020.txt", [2]string{"", ""}, func(w world) {
		w["6/whole-2021.txt"].told = "本年" + w["5/whole-2020.txt"].told
	}},
	{"results told in last year's words", "CRS-05", "5/project-1-2022.txt", "5/project-1-2021.txt", [2]string{"", ""}, func(w world) {
		w["5/project-1-2022.txt"].told = strings.Replace(w["5/project-1-2021.txt"].told, "，", "、", 2)
	}},
	{"one reason for everything", "CRS-06", "6/whole-2022.txt", "6/project-0-2020.txt", [2]string{"受疫情影响未能完成", "受疫情影响未能完成"}, func(w world) {
		for name, f := range w {
			if strings.HasPrefix(name, "6/") {
				f.reason = "受疫情影响，未能完成。"
				f.targets[1].name = "群众投诉" + f.project
			}
		}
	}},
	{"full marks every time", "CRS-07", "7/whole-2022.txt", "7/project-0-2020.txt", [2]string{"100.00", "100.00"}, func(w world) {
		for name, f := range w {
			if strings.HasPrefix(name, "7/") {
				f.lost = 0
			}
		}
	}},
}

// A folder in which everything follows has no finding, and everything was compared.
func TestCrossSound(t *testing.T) {
	found := crossed(t, soundWorld().print())
	for _, f := range found.Findings {
		t.Errorf("%s %s ↔ %s: %s", f.Check, f.Here.Path, f.There.Path, f.Message)
	}
	for check, n := range found.Tallies {
		if n.Agree == 0 && check != "CRS-08" {
			t.Errorf("%s compared nothing: %+v", check, n)
		}
	}
}

// Each of twelve slips is found alone, and nothing else is.
func TestCrossSlips(t *testing.T) {
	if len(slips) != 12 {
		t.Fatalf("%d slips", len(slips))
	}
	for _, s := range slips {
		w := soundWorld()
		s.plant(w)
		found := crossed(t, w.print())
		if len(found.Findings) != 1 {
			t.Errorf("%s: %d findings", s.name, len(found.Findings))
		}
		for i := range found.Findings {
			s.same(t, &found.Findings[i])
		}
	}
}

func (s *slip) same(t *testing.T, f *cross.Finding) {
	t.Helper()
	if f.Check != s.check || !s.is(f) {
		t.Errorf("%s: got %s, %s %s ↔ %s %s: %s", s.name, f.Check, f.Here.Path, f.Here.Value, f.There.Path, f.There.Value, f.Message)
	}
	if f.Here.Place == "" || f.There.Place == "" || f.Here.Value == "" || f.There.Value == "" || !strings.Contains(f.Message, "前提") {
		t.Errorf("%s: places, values or premise are missing: %+v", s.name, f)
	}
}

func (s *slip) is(f *cross.Finding) bool {
	plain := strings.NewReplacer("，", "", "。", "")
	for i, side := range []cross.Side{f.Here, f.There} {
		if want := s.values[i]; want != "" && plain.Replace(side.Value) != want {
			return false
		}
	}
	return f.Here.Path == s.here && f.There.Path == s.there
}

// All twelve in one folder are found, and nothing else is.
func TestCrossTwelve(t *testing.T) {
	w := soundWorld()
	for _, s := range slips {
		s.plant(w)
	}
	forms := w.print()
	found := crossed(t, forms)
	for _, s := range slips {
		if !slices.ContainsFunc(found.Findings, func(f cross.Finding) bool { return f.Check == s.check && s.is(&f) }) {
			t.Errorf("not found: %s", s.name)
		}
	}
	for _, f := range found.Findings {
		if !slices.ContainsFunc(slips, func(s slip) bool { return f.Check == s.check && s.is(&f) }) {
			t.Errorf("found too: %s %s ↔ %s: %s", f.Check, f.Here.Path, f.There.Path, f.Message)
		}
	}
	if dir := os.Getenv("CROSS_FORMS"); dir != "" { // to be looked at
		for name, text := range forms {
			file := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The samples say nothing together that cannot be.
func TestCrossSamples(t *testing.T) {
	names, err := filepath.Glob("../../../samples/*.txt")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d samples, %v", len(names), err)
	}
	forms := map[string]string{}
	for _, name := range names {
		if strings.HasPrefix(filepath.Base(name), "hn-report") {
			continue // names no organisation
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		forms[filepath.Base(name)] = string(data)
	}
	for _, f := range crossed(t, forms).Findings {
		t.Errorf("%s %s ↔ %s: %s", f.Check, f.Here.Path, f.There.Path, f.Message)
	}
}
