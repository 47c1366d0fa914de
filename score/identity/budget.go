package identity

import "ziping/normalize"

// BudgetRow is the fund row whose score is the budget's: the total row, else
// the first row with a score printed, else the first with a place for one. It
// is nil where the money block has no scores.
func BudgetRow(r *normalize.Report) *normalize.FundRow {
	if r.Funds == nil {
		return nil
	}
	var place, printed *normalize.FundRow
	for i := range r.Funds.Rows {
		row := &r.Funds.Rows[i]
		switch {
		case row.Score == nil:
		case !row.Score.IsBlank() && row.Source == "total":
			return row
		case !row.Score.IsBlank() && printed == nil:
			printed = row
		case place == nil || row.Source == "total":
			place = row
		}
	}
	if printed != nil {
		return printed
	}
	return place
}
