// Command bulk makes a folder of many small inputs, no two the same, for runs
// over a whole night's worth of files (docs/reliability.md).
//
//	go run ./tools/bulk -n 100000 /tmp/many
//	go run ./tools/bulk -n 500000 -folder 0 /tmp/flat
//	go run ./tools/bulk -measure ./ziping /tmp/many --to json
//	go run ./tools/bulk -soak 1h ./ziping samples --jobs 1
//	go run ./tools/bulk -killed ./ziping mixed
//	go run ./tools/bulk -hostile /tmp/hostile
//	go run ./tools/bulk -each ./ziping /tmp/hostile --to json,xlsx
//
// Most are sound forms as text, tables and web pages, in folders of a few hundred or
// all in one.
// One in a hundred has a slip of the pen, one in two hundred holds no form, one in
// five hundred is damaged. The same n and seed give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	n := flag.Int("n", 100_000, "inputs to make")
	perFolder := flag.Int("folder", 250, "inputs in a folder; 0: all in one")
	seed := flag.Uint64("seed", 1, "of the figures")
	program := flag.String("measure", "", "run this `PROGRAM` over DIR instead, with the arguments behind it")
	long := flag.Duration("soak", 0, "run PROGRAM for so `long` over the files of DIR, again and again")
	bad := flag.Bool("hostile", false, "make inputs that ask for more than they hold")
	one := flag.String("each", "", "run this `PROGRAM` over the files of DIR one by one, with the arguments behind it")
	dead := flag.String("killed", "", "run this `PROGRAM` over DIR, killed fifteen times, and compare with an undisturbed run")
	rate := flag.Float64("rate", 40, "inputs a second that a soak has ready")
	flag.Parse()
	if *long > 0 && flag.NArg() > 1 {
		if err := soak(flag.Arg(0), flag.Arg(1), *long, *rate, flag.Args()[2:]); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *one != "" && flag.NArg() > 0 {
		if err := each(*one, flag.Arg(0), flag.Args()[1:]); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *dead != "" && flag.NArg() > 0 {
		if err := killed(*dead, flag.Arg(0), 15, flag.Args()[1:]); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *bad && flag.NArg() == 1 {
		if err := hostile(flag.Arg(0)); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *program != "" && flag.NArg() > 0 {
		if err := measure(*program, flag.Arg(0), flag.Args()[1:]); err != nil {
			log.Fatal(err)
		}
		return
	}
	if flag.NArg() != 1 || *n < 1 {
		log.Fatal("usage: bulk [-n N] [-seed N] DIR, bulk -measure PROGRAM DIR [FLAGS], or bulk -soak TIME PROGRAM DIR [FLAGS]")
	}
	r := rand.New(rand.NewPCG(*seed, 0))
	for i := range *n {
		in := input(r, i)
		if *perFolder > 0 {
			in.name = fmt.Sprintf("%03d/%s", i / *perFolder, in.name)
		}
		name := filepath.Join(flag.Arg(0), filepath.FromSlash(in.name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(in.text), 0o666); err != nil {
			log.Fatal(err)
		}
	}
}

type made struct{ name, text string }

// input makes the i-th input.
func input(r *rand.Rand, i int) made {
	base := fmt.Sprintf("%06d", i)
	rows := form(r, i)
	switch {
	case i%500 == 499:
		return made{base + ".xlsx", "PK\x03\x04 cut off"}
	case i%200 == 199:
		return made{base + ".txt", fmt.Sprintf("关于第 %d 号文件的说明\n此件无表。\n", i)}
	case i%10 == 9:
		return made{base + ".html", page(rows)}
	case i%10 == 8:
		return made{base + ".csv", lines(rows, ",")}
	}
	return made{base + ".txt", lines(rows, "\t")}
}

// form is a form of a project whose figures hold, but in one of a hundred.
func form(r *rand.Rand, i int) [][]string {
	budget := 1000 + r.IntN(900_000)
	spent := budget - r.IntN(budget/3)
	scores := []int{10, 20, 15, 15, 30, 10}
	lost := r.IntN(4)
	total := 100 - lost
	if i%100 == 50 {
		total--
	}
	rate := func(part, whole int) string { return fmt.Sprintf("%.2f%%", float64(part)*100/float64(whole)) }
	rows := [][]string{
		{"项目支出绩效自评表"},
		{"项目名称", fmt.Sprintf("第 %d 号项目", i), "实施单位", fmt.Sprintf("第 %d 局", i%97)},
		{"项目资金（元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"},
		{"年度资金总额", fmt.Sprint(budget), fmt.Sprint(budget), fmt.Sprint(spent), "10", rate(spent, budget), "10"},
		{"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"},
	}
	names := [][2]string{{"产出指标", "数量指标"}, {"产出指标", "质量指标"}, {"产出指标", "时效指标"}, {"效益指标", "社会效益指标"}, {"满意度指标", "服务对象满意度指标"}}
	for k, name := range names {
		points := scores[k+1]
		score := points
		if k == 0 {
			score -= lost
		}
		rows = append(rows, []string{name[0], name[1], fmt.Sprintf("第 %d 项", k+1), fmt.Sprintf("≥%d次", 10+k), fmt.Sprintf("%d次", 10+k), fmt.Sprint(points), fmt.Sprint(score)})
	}
	return append(rows, []string{"总分", "", "", "", "", "100", fmt.Sprint(total)})
}

func lines(rows [][]string, separator string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, separator) + "\n")
	}
	return b.String()
}

func page(rows [][]string) string {
	var b strings.Builder
	b.WriteString("<html><meta charset=utf-8><table>\n")
	for _, row := range rows {
		b.WriteString("<tr><td>" + strings.Join(row, "<td>") + "\n")
	}
	return b.String() + "</table></html>\n"
}
