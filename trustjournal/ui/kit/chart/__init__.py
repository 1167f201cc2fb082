"""Charts on one time axis: dots are the data, thin lines join near neighbours, gaps stay open, scales are fixed.

`data` is what a page hands in, `scales`, `ticks`, `thinning`, `end_labels`, `days` and `layout` work out places without
Qt, `painting` puts them on the screen, `lane_chart` and `strip_chart` are the widgets.
"""
