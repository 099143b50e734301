"""Values and rules of the trade.

May live here: frozen records, and pure functions over them; standard library only. May not live
here: input or output, words of any language, or a question what time it is (now and today are
arguments).
"""
