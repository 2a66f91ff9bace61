"""What people write, row by row: the texts below, the periods in them, and nothing else.

A row is ``text => quote=EDTF[:mod]; …``; a text without periods has nothing behind the arrow.
The day of every text is 18 July 2019. The file is long because it is the list of what is read.
"""

from __future__ import annotations

import datetime as dt
import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdata._calendar.language import lexicon
from coopdata._calendar.whole import read_period
from coopdata._calendar.written import PeriodReading, periods_at
from coopdata._text.fold import prepared
from coopdata.errors import AmbiguousTextError, UnreadableTextError
from coopdata.values import Period
from support import WORDED

ANCHOR = dt.date(2019, 7, 18)
TOKEN = re.compile(r"\d+|[^\W\d_]+")

WORDS = (
    *("с", "по", "до", "к", "2017", "2018", "года", "году", "г.", "января", "май", "5", "31", "-"),
    *("–", "/", ".", ",", "(", ")", "IV", "первых", "девять", "месяцев", "квартал", "век", "90"),
    *("-е", "прошлого", "этого", "период"),
)

ROWS = """
@ru
с 04.03.2018 по 8 мая 2019 г. => 04.03.2018 по 8 мая 2019 г.=2018-03-04/2019-05-08
между 4 марта 2018 г. и 8 мая 2019 г. => 4 марта 2018 г. и 8 мая 2019 г.=2018-03-04/2019-05-08
в первой половине апреля 2018 года => апреля 2018 года=2018-04
в первой половине 2018 года => первой половине 2018 года=2018-40
в 1941–45 гг. => 1941–45 гг.=1941/1945
в 1980–90-е годы => 1980–90-е годы=198X/199X
в XVII и XVIII веках => XVII=16XX; XVIII веках=17XX
пятого мая две тысячи первого года => пятого мая две тысячи первого года=2001-05-05
в тысяча девятьсот восемьдесят четвёртом году => тысяча девятьсот восемьдесят четвёртом году=1984
за 9М 2017 => 9М 2017=2017-01/2017-09
в среду, 17 июля => среду, 17 июля=2019-07-17
в среду, 16 июля => среду, 16 июля=XXXX-07-16
в третьем квартале планируется рост => третьем квартале=2019-35
между 2005 и 2012 годами => 2005 и 2012 годами=2005/2012
между мартом и июлем 2019 года => мартом и июлем 2019 года=2019-03/2019-07
между 5 и 12 июля 2019 года => 5 и 12 июля 2019 года=2019-07-05/2019-07-12
между 12 и 15 заводами =>
Десять лет назад => Десять лет назад=2009
5 дней тому назад => 5 дней тому назад=2019-07-13
месяц назад => месяц назад=2019-06
Завод основан в 1947 г. и реконструирован в 2003–2005 гг. => 1947 г.=1947; 2003–2005 гг.=2003/2005
За первое полугодие 2018 года экспорт вырос. => первое полугодие 2018 года=2018-40
По итогам I квартала 2019 г. прибыль удвоилась. => I квартала 2019 г.=2019-33
В третьем квартале текущего года => третьем квартале текущего года=2019-35
К концу 2020 года планируется выпустить 5000 машин. => 2020 года=2020:late
До конца текущего года откроют цех. => текущего года=2019:late
С начала года продано 300 машин. => начала года=2019-01-01/2019-07-18
Начиная с 2015 года компания поставляет автобусы. => 2015 года=2015/..
С 1994 года => 1994 года=1994/..
в 2016-2017 годах => 2016-2017 годах=2016/2017
в третьем-четвёртом кварталах 2018 года => третьем-четвёртом кварталах 2018 года=2018-35/2018-36
в 1960–1970-х годах => 1960–1970-х годах=196X/197X
в 60–70-х годах => 60–70-х годах=196X/197X
в 2008-м и 2009-м спад => 2008-м=2008; 2009-м=2009
за первые два месяца => первые два месяца=2019-01/2019-02
в минувшем феврале => феврале=2019-02
в 2018/2019 учебном году => 2018/2019 учебном году=2018/2019
в период с 2010 по 2015 год => 2010 по 2015 год=2010/2015
с 2010 до 2015 года => 2010 до 2015 года=2010/2015
в 2000 году => 2000 году=2000
выпущено 2000 автомобилей =>
до 2000 автомобилей в год =>
с 2000 сотрудников =>
в 2017-м => 2017-м=2017
весной 2018-го => весной 2018-го=2018-21
зимой 2017/2018 года => зимой 2017/2018 года=2017-24
5 декабря => 5 декабря=2019-12-05
в декабре прошлого года => декабре прошлого года=2018-12
в июне этого года => июне этого года=2019-06
15 мая 2018 года в 10:00 => 15 мая 2018 года=2018-05-15
с 12 по 15 октября 2018 г. => 12 по 15 октября 2018 г.=2018-10-12/2018-10-15
12-15 октября => 12-15 октября=2019-10-12/2019-10-15
с 28 сентября по 3 октября 2018 года => 28 сентября по 3 октября 2018 года=2018-09-28/2018-10-03
с ноября 2017 по март 2018 года => ноября 2017 по март 2018 года=2017-11/2018-03
с ноября по март 2018 года => ноября по март 2018 года=2017-11/2018-03
01.07.2018 => 01.07.2018=2018-07-01
от 05.12.2017 № 434 => 05.12.2017=2017-12-05
31.02.2018 =>
версия 3.11.2 =>
в 60-х годах XX века => 60-х годах XX века=196X
в 80-е годы прошлого века => 80-е годы прошлого века=198X
в начале 2000-х => 2000-х=200X:early
конец 1980-х годов => 1980-х годов=198X:late
в XIX–XX веках => XIX–XX веках=18XX/19XX
21 век =>
в 21-м веке => 21-м веке=20XX
в двадцатом веке => двадцатом веке=19XX
на 2019 год => 2019 год=2019
план на 2019–2020 годы => 2019–2020 годы=2019/2020
на конец 2018 года => 2018 года=2018:late
в середине мая => мая=2019-05:mid
за девять месяцев 2018 года => девять месяцев 2018 года=2018-01/2018-09
за 9 месяцев =>
за девять месяцев текущего года => девять месяцев текущего года=2019-01/2019-09
за январь-май 2019 => январь-май 2019=2019-01/2019-05
за январь-май => январь-май=2019-01/2019-05
в январе — мае 2019 г. => январе — мае 2019 г.=2019-01/2019-05
за I–III кварталы 2018 года => I–III кварталы 2018 года=2018-33/2018-35
за три квартала 2018 года => три квартала 2018 года=2018-01/2018-09
во второй половине 2018 года => второй половине 2018 года=2018-41
во втором полугодии => втором полугодии=2019-41
летом этого года => летом этого года=2019-22
этим летом => этим летом=2019-22
осенью => осенью=2019-23
в этом месяце => этом месяце=2019-07
в следующем месяце => следующем месяце=2019-08
на прошлой неделе => прошлой неделе=2019-07-08/2019-07-14
в позапрошлом году => позапрошлом году=2017
в 2018 и 2019 годах => 2018=2018; 2019 годах=2019
в 2012, 2014 и 2016 гг. => 2012=2012; 2014=2014; 2016 гг.=2016
в мае 1997 г. => мае 1997 г.=1997-05
не позднее 1 марта 2020 года => 1 марта 2020 года=2020-03-01:by
после 2020 года => 2020 года=2020:after
по сравнению с 2017 годом => 2017 годом=2017
по сравнению с прошлым годом => прошлым годом=2018
к уровню 2017 года => 2017 года=2017
Постановление от 3 мая 2018 г. => 3 мая 2018 г.=2018-05-03
в 2016 финансовом году => 2016 финансовом году=2016
в мае завод май => мае=2019-05
(1994–2005) => 1994–2005=1994/2005
ГОСТ 2015 =>
Камаз-2018 =>
в понедельник, 15 июля 2019 года => понедельник, 15 июля 2019 года=2019-07-15
на начало 2018 года => 2018 года=2018:early
с начала 2017 года => 2017 года=2017/..:early
в первом квартале 2019-го => первом квартале 2019-го=2019-33
в феврале–марте 2018 г. => феврале–марте 2018 г.=2018-02/2018-03
в I полугодии => I полугодии=2019-40
в 1-м полугодии 2018 года => 1-м полугодии 2018 года=2018-40
за 2017–2018 гг. => 2017–2018 гг.=2017/2018
к 2030-му => 2030-му=2030:by
в декабре 2017 – январе 2018 года => декабре 2017 – январе 2018 года=2017-12/2018-01
в 1991—1995 годах => 1991—1995 годах=1991/1995
в середине 90-х => 90-х=199X:mid
с 90-х годов => 90-х годов=199X/..
в конце XIX века => XIX века=18XX:late
до середины 2021 года => 2021 года=../2021:mid
в двадцать первом веке => двадцать первом веке=20XX
первого января 2019 года => первого января 2019 года=2019-01-01
двадцать пятого мая => двадцать пятого мая=2019-05-25
1 и 2 декабря 2018 года => 1=2018-12-01; 2 декабря 2018 года=2018-12-02
15 и 16 мая => 15=2019-05-15; 16 мая=2019-05-16
в июне, июле и августе 2018 года => июне=2018-06; июле=2018-07; августе 2018 года=2018-08
в январе и феврале 2019 года => январе=2019-01; феврале 2019 года=2019-02
во 2 квартале 2018 => 2 квартале 2018=2018-34
в 2018/2019 году => 2018/2019 году=2018/2019
сезон 2018/2019 => 2018/2019=2018/2019
По состоянию на 01.01.2019 => 01.01.2019=2019-01-01
до 31 декабря 2020 года включительно => 31 декабря 2020 года=../2020-12-31
в 2020—2025 гг. планируется => 2020—2025 гг.=2020/2025
в период 2016–2018 годов => 2016–2018 годов=2016/2018
от 5 декабря 2017 г. => 5 декабря 2017 г.=2017-12-05
за первые 4 месяца 2018-го => первые 4 месяца 2018-го=2018-01/2018-04
по итогам девяти месяцев 2018 года => девяти месяцев 2018 года=2018-01/2018-09
за четыре месяца этого года => четыре месяца этого года=2019-01/2019-04
за январь — июнь нынешнего года => январь — июнь нынешнего года=2019-01/2019-06
за январь 2018 года => январь 2018 года=2018-01
в ноябре 2017-го — марте 2018-го => ноябре 2017-го — марте 2018-го=2017-11/2018-03
летом — осенью 2018 года => летом — осенью 2018 года=2018-22/2018-23
в следующем квартале => следующем квартале=2019-36
в этом квартале => этом квартале=2019-35
в прошлом полугодии => прошлом полугодии=2019-40
с 2015-го по 2018-й => 2015-го по 2018-й=2015/2018
в 2010-х => 2010-х=201X
к середине 2020-х годов => 2020-х годов=202X:mid
за последние 5 лет =>
через 3 года =>
в мае-июне => мае-июне=2019-05/2019-06
На 1 июля 2019 г. => 1 июля 2019 г.=2019-07-01
на 1 июля => 1 июля=2019-07-01
5 дек. 2017 => 5 дек. 2017=2017-12-05
№ 2018 от 03.04.2018 => 03.04.2018=2018-04-03
договор № 2015/17 =>
цена 2015 рублей =>
в 2015 рублей =>
ТУ 2018-2019 =>
на 2018 человек =>
за 2018 рублей =>
в 1500 городах =>
2018 год стал рекордным => 2018 год=2018
2018-й стал рекордным =>
май 2018 => май 2018=2018-05
С 3 по 5 июня, с 10 июля => 3 по 5 июня=2019-06-03/2019-06-05; 10 июля=2019-07-10/..
Ч. 2 ст. 15 =>
в 17:30 5 июня => 5 июня=2019-06-05
8 марта => 8 марта=2019-03-08
марта =>
ул. 8 Марта =>
в г. Минске =>
2 г. соли =>
@en
between 4 March 2018 and June 8, 2019 => 4 March 2018 and June 8, 2019=2018-03-04/2019-06-08
May 6 & 7, 2019 => May 6=2019-05-06; 7, 2019=2019-05-07
Q1 and Q2 2018 => Q1=2018-33; Q2 2018=2018-34
first and third quarters of 2018 => first=2018-33; third quarters of 2018=2018-35
on the eighth of April 2019 => eighth of April 2019=2019-04-08
in nineteen eighty-four => nineteen eighty-four=1984
in Q4 FY18 => Q4 FY18=2018-36
the three months to end-March 2018 => three months to end-March 2018=2018-01/2018-03
in 1914–18 => 1914–18=1914/1918
in August 99 =>
from 1914 to 18 =>
in the last quarter => last quarter=2019-34
prices are expected to fall by half a point =>
He said on 5 May that it will open => 5 May=2019-05-05
The plant reopened in March => March=2019-03
in the second half of April 2018 => April 2018=2018-04
at 1030 =>
last weekend =>
6m 2018 =>
a 5h17 walk =>
between the years 2005 and 2012 => 2005 and 2012=2005/2012
Founded in 1947, the plant was rebuilt in 2003–2005. => 1947=1947; 2003–2005=2003/2005
in Q3 2018 => Q3 2018=2018-35
Q1 2019 results => Q1 2019=2019-33
in the third quarter of 2018 => third quarter of 2018=2018-35
in the third quarter of this year => third quarter of this year=2019-35
the first half of 2018 => first half of 2018=2018-40
in the second half of the year => second half of the year=2019-41
by the end of 2020 => 2020=2020:late
by the end of this year => this year=2019:late
since 1994 => 1994=1994/..
Since May 1997 => May 1997=1997-05/..
from 2012 to 2017 => 2012 to 2017=2012/2017
between 2012 and 2017 => 2012 and 2017=2012/2017
in 2016-2017 => 2016-2017=2016/2017
in 2016/17 => 2016/17=2016/2017
2000 vehicles were made =>
up to 2000 vehicles =>
they may 10 =>
It may 2017 be so =>
In May, they met => May=2019-05
in may 2018 =>
in December last year => December last year=2018-12
last December => last December=2018-12
next June => next June=2020-06
on December 5th => December 5th=2019-12-05
on the 5th of December 2017 => 5th of December 2017=2017-12-05
December 5 => December 5=2019-12-05
5-7 December 2017 => 5-7 December 2017=2017-12-05/2017-12-07
December 5-7, 2017 => December 5-7, 2017=2017-12-05/2017-12-07
from January to September 2018 => January to September 2018=2018-01/2018-09
Jan-Sep 2018 => Jan-Sep 2018=2018-01/2018-09
in January through May => January through May=2019-01/2019-05
from November 2017 to March 2018 => November 2017 to March 2018=2017-11/2018-03
in the 1990s => 1990s=199X
in the mid-1990s => 1990s=199X:mid
the late 1980s => 1980s=198X:late
in the nineties => nineties=199X
in the twentieth century => twentieth century=19XX
the 19th and 20th centuries => 19th=18XX; 20th centuries=19XX
21st-century technology => 21st-century=20XX
in spring 2018 => spring 2018=2018-21
last summer => last summer=2018-22
in the summer of 2018 => summer of 2018=2018-22
this month => this month=2019-07
last week => last week=2019-07-08/2019-07-14
early next year => next year=2020:early
first nine months of last year => first nine months of last year=2018-01/2018-09
in the first five months of the year => first five months of the year=2019-01/2019-05
the first 10 months of 2016 => first 10 months of 2016=2016-01/2016-10
nine months of 2018 => nine months of 2018=2018-01/2018-09
compared with 2017 => 2017=2017
5 December 2017 at 10:00 => 5 December 2017=2017-12-05
2018-07-01 => 2018-07-01=2018-07-01
07/25/2018 => 07/25/2018=2018-07-25
ISO 9001 certified in 2015. => 2015=2015
Euro-5, BMW 2002 and Boeing 747 =>
Phone 2017-55-19 =>
until 2030 => 2030=../2030
through 2025 => 2025=../2025
no later than March 2020 => March 2020=2020-03:by
after 2020 => 2020=2020:after
Vision 2030 =>
Expo 2017 =>
In 2012, 2014 and 2016 => 2012=2012; 2014=2014; 2016=2016
FY2018 => FY2018=2018
Monday, July 15, 2019 => Monday, July 15, 2019=2019-07-15
It was Tuesday, July 15, 2019 => July 15, 2019=2019-07-15
a decade ago => a decade ago=2009
in mid-May => May=2019-05:mid
as of 1 January 2019 => 1 January 2019=2019-01-01
effective 1 July => 1 July=2019-07-01/..
at the start of 2018 => 2018=2018:early
12 people in 2018 and 2019 => 2018=2018; 2019=2019
1H 2019 => 1H 2019=2019-40
third quarter => third quarter=2019-35
a year earlier => a year earlier=2018
March was cold =>
in March 2019 => March 2019=2019-03
the March event =>
over 2000 workers =>
The model 2018 =>
At 2.30 on 3 June => 3 June=2019-06-03
2017's figures =>
Q1–Q3 2018 => Q1–Q3 2018=2018-33/2018-35
Jan.-Sept. 2018 => Jan.-Sept. 2018=2018-01/2018-09
the first three quarters of 2018 => first three quarters of 2018=2018-01/2018-09
in the first four months of this year => first four months of this year=2019-01/2019-04
late May 2018 => May 2018=2018-05:late
the 1990s and 2000s => 1990s=199X; 2000s=200X
as early as 2015 => 2015=2015
between January and May 2019 => January and May 2019=2019-01/2019-05
between 5 and 7 December 2017 => 5 and 7 December 2017=2017-12-05/2017-12-07
through the end of 2019 => 2019=../2019:late
In the year 2000 => year 2000=2000
in fiscal 2018 => 2018=2018
in fiscal year 2018 => year 2018=2018
by mid-2020 => 2020=2020:mid
by the first quarter of 2020 => first quarter of 2020=2020-33:by
until March 2020 => March 2020=../2020-03
from 1 January 2020 => 1 January 2020=2020-01-01/..
this spring => this spring=2019-21
next summer => next summer=2020-22
this quarter => this quarter=2019-35
in 2015, production rose => 2015=2015
2015 was a good year =>
In January, February and March 2018 => January=2018-01; February=2018-02; March 2018=2018-03
In January and February 2019 => January=2019-01; February 2019=2019-02
on 1 and 2 December 2018 => 1=2018-12-01; 2 December 2018=2018-12-02
on December 1 and 2, 2018 => December 1=2018-12-01; 2, 2018=2018-12-02
in September of last year => September of last year=2018-09
at the end of last year => last year=2018:late
at year-end 2018 => 2018=2018:late
in 2015–16 => 2015–16=2015/2016
over the 2015–2018 period => 2015–2018=2015/2018
the 2015 agreement =>
the May 2018 deal => May 2018=2018-05
In the third week of June => June=2019-06
the first decade of the 21st century => 21st century=20XX
during 2018 => 2018=2018
in 2018's first half => 2018=2018
between 2000 and 2500 vehicles =>
by 2000 workers =>
over 2018 => 2018=2018
from January 2018 through June 2019 => January 2018 through June 2019=2018-01/2019-06
January 2018 to date => January 2018=2018-01
2018-2019 season => 2018-2019=2018/2019
effective from 1 March 2019 => 1 March 2019=2019-03-01/..
on 3 Mar 2018 => 3 Mar 2018=2018-03-03
Friday, 5 January 2018 => Friday, 5 January 2018=2018-01-05
on the 15th =>
Sept 2018 => Sept 2018=2018-09
the 19th-century mill => 19th-century=18XX
in 1H19 => 1H19=2019-40
in 2Q 2018 => 2Q 2018=2018-34
in the current quarter => current quarter=2019-35
the previous month => previous month=2019-06
12 months to March 2019 => 12 months to March 2019=2018-04/2019-03
the quarter ended 31 March 2019 => quarter ended 31 March 2019=2019-01/2019-03
six months to June => six months to June=2019-01/2019-06
1.8 times the 2012 level => 2012=2012
30% below 2012. => 2012=2012
in the first four months => first four months=2019-01/2019-04
no. 2018-45 =>
room 2015 =>
Windows 2000 =>
in June 2018 and June 2019 => June 2018=2018-06; June 2019=2019-06
two years ago => two years ago=2017
three months ago => three months ago=2019-04
15 years ago => 15 years ago=2004
a week ago => a week ago=2019-07-08/2019-07-14
in the early 2010s => 2010s=201X:early
the end of March => March=2019-03:late
A May 5 deadline => May 5=2019-05-05
Sun 5 =>
1 Sun =>
@be
з 04.03.2018 па 8 мая 2019 г. => 04.03.2018 па 8 мая 2019 г.=2018-03-04/2019-05-08
у першай палове красавіка 2018 года => красавіка 2018 года=2018-04
у першым і другім кварталах 2018 года => першым=2018-33; другім кварталах 2018 года=2018-34
у дзве тысячы дзевятнаццатым годзе => дзве тысячы дзевятнаццатым годзе=2019
1941–45 гг. => 1941–45 гг.=1941/1945
паміж 2005 і 2012 гадамі => 2005 і 2012 гадамі=2005/2012
два гады таму => два гады таму=2017
у 2017 годзе => 2017 годзе=2017
за 9 месяцаў 2018 года => 9 месяцаў 2018 года=2018-01/2018-09
у першым паўгоддзі 2018 г. => першым паўгоддзі 2018 г.=2018-40
у трэцім квартале => трэцім квартале=2019-35
з 1994 года => 1994 года=1994/..
у 90-я гады => 90-я гады=199X
5 снежня 2017 года => 5 снежня 2017 года=2017-12-05
у мінулым годзе => мінулым годзе=2018
летась => летась=2018
сёлета => сёлета=2019
да канца 2020 года => 2020 года=2020:late
пасля 2020 года => 2020 года=2020:after
у студзені—верасні => студзені—верасні=2019-01/2019-09
летам 2018 года => летам 2018 года=2018-22
на пачатак 2018 года => 2018 года=2018:early
у студзені і лютым 2019 года => студзені=2019-01; лютым 2019 года=2019-02
15 і 16 мая 2018 года => 15=2018-05-15; 16 мая 2018 года=2018-05-16
у II квартале 2018 года => II квартале 2018 года=2018-34
у 2014–2016 гг. => 2014–2016 гг.=2014/2016
з 2015 па 2018 год => 2015 па 2018 год=2015/2018
за студзень–май 2019 года => студзень–май 2019 года=2019-01/2019-05
к 2030 году => 2030 году=2030:by
у пачатку XX стагоддзя => XX стагоддзя=19XX:early
2018-ы стаў рэкордным =>
у 2018-м => 2018-м=2018
5 снежня => 5 снежня=2019-12-05
дзейнічае да 2030 года => 2030 года=../2030
на мінулым тыдні => мінулым тыдні=2019-07-08/2019-07-14
1 мая => 1 мая=2019-05-01
у маі 1997 г. => маі 1997 г.=1997-05
2000 аўтамабіляў =>
да 2000 аўтамабіляў =>
увосень 2018 года => увосень 2018 года=2018-23
за мінулы год => мінулы год=2018
у гэтым месяцы => гэтым месяцы=2019-07
@de
vom 04.03.2018 bis 8. Mai 2019 => 04.03.2018 bis 8. Mai 2019=2018-03-04/2019-05-08
in der ersten Hälfte des April 2018 => April 2018=2018-04
Q1 und Q2 2018 => Q1=2018-33; Q2 2018=2018-34
im H1 2018 => H1 2018=2018-40
in KW 45 2018 => KW 45 2018=2018-11-05/2018-11-11
in den Jahren 1914–18 => Jahren 1914–18=1914/1918
im Mai 18 =>
im 17. und 18. Jahrhundert => 17.=16XX; 18. Jahrhundert=17XX
vor zwei Jahren => vor zwei Jahren=2017
vor einer Woche => vor einer Woche=2019-07-08/2019-07-14
im Jahr 2017 => Jahr 2017=2017
seit 1994 => 1994=1994/..
ab Mai 2020 => Mai 2020=2020-05/..
im Mai 1997 => Mai 1997=1997-05
am 5. Dezember 2017 => 5. Dezember 2017=2017-12-05
am 05.12.2017 => 05.12.2017=2017-12-05
im dritten Quartal 2018 => dritten Quartal 2018=2018-35
im 3. Quartal => 3. Quartal=2019-35
in den ersten neun Monaten 2018 => ersten neun Monaten 2018=2018-01/2018-09
im ersten Halbjahr => ersten Halbjahr=2019-40
von Januar bis September 2018 => Januar bis September 2018=2018-01/2018-09
zwischen 2012 und 2017 => 2012 und 2017=2012/2017
seit Anfang 2012 => 2012=2012/..:early
von 2012 bis 2017 => 2012 bis 2017=2012/2017
Ende 2018 wurde das Werk eröffnet => 2018=2018:late
bis Ende 2020 => 2020=2020:late
in den 1990er Jahren => 1990er Jahren=199X
in den Neunzigerjahren => Neunzigerjahren=199X
im vergangenen Jahr => vergangenen Jahr=2018
im Vorjahr => Vorjahr=2018
Das Werk wurde 1994 gegründet => 1994=1994
2017 wurden 300 Busse gebaut => 2017=2017
rund 2000 Fahrzeuge =>
2000 Fahrzeuge =>
im Sommer 2018 => Sommer 2018=2018-22
Anfang Mai => Mai=2019-05:early
vom 5. bis 7. Dezember 2017 => 5. bis 7. Dezember 2017=2017-12-05/2017-12-07
im 20. Jahrhundert => 20. Jahrhundert=19XX
im vergangenen Monat => vergangenen Monat=2019-06
Im Geschäftsjahr 2017/18 => 2017/18=2017/2018
(2017) => 2017=2017
bis 2030 gilt der Vertrag => 2030=../2030
im nächsten Jahr => nächsten Jahr=2020
am 1. und 2. Dezember 2018 => 1.=2018-12-01; 2. Dezember 2018=2018-12-02
im Januar und Februar 2019 => Januar=2019-01; Februar 2019=2019-02
in den Jahren 2010 bis 2015 => Jahren 2010 bis 2015=2010/2015
seit dem 1. Januar 2018 => 1. Januar 2018=2018-01-01/..
ab 1. Juli => 1. Juli=2019-07-01/..
im Laufe des Jahres 2020 => Jahres 2020=2020
bis Mitte 2021 => 2021=2021:mid
Anfang der 1990er Jahre => 1990er Jahre=199X:early
in den 90er-Jahren => 90er-Jahren=199X
Ende des 19. Jahrhunderts => 19. Jahrhunderts=18XX:late
im Herbst => Herbst=2019-23
im kommenden Frühjahr => kommenden Frühjahr=2020-21
Q3 2018 => Q3 2018=2018-35
im 2. Halbjahr 2018 => 2. Halbjahr 2018=2018-41
in diesem Jahr => diesem Jahr=2019
dieses Jahr => dieses Jahr=2019
letztes Jahr => letztes Jahr=2018
vorige Woche => vorige Woche=2019-07-08/2019-07-14
Montag, 15. Juli 2019 => Montag, 15. Juli 2019=2019-07-15
von Mai 2018 bis März 2019 => Mai 2018 bis März 2019=2018-05/2019-03
Januar–September 2018 => Januar–September 2018=2018-01/2018-09
2018/19 => 2018/19=2018/2019
§ 15 Absatz 2 =>
Nr. 2018 =>
rund 2018 Euro =>
zum 31. Dezember 2018 => 31. Dezember 2018=2018-12-31
05.12.17 =>
vor 2015 => 2015=2015:before
nach 2020 => 2020=2020:after
Modell 2018 =>
in 2018 => 2018=2018
im Mai => Mai=2019-05
im März dieses Jahres => März dieses Jahres=2019-03
bis zum Jahr 2025 => Jahr 2025=2025:by
im Jahresverlauf 2018 => 2018=2018
im Geschäftsjahr 2018 => 2018=2018
zwischen Januar und Mai 2019 => Januar und Mai 2019=2019-01/2019-05
@tr
4 Mart 2018'den 8 Mayıs 2019'a kadar => 4 Mart 2018'den 8 Mayıs 2019=2018-03-04/2019-05-08
Nisan 2018'in ilk yarısında => Nisan 2018=2018-04
6 ve 7 Mayıs 2019 => 6=2019-05-06; 7 Mayıs 2019=2019-05-07
2018 mali yılı => 2018 mali yılı=2018
1914-18 yılları => 1914-18 yılları=1914/1918
geçen hafta sonu =>
iki ay önce => iki ay önce=2019-05
2017 yılında => 2017 yılında=2017
2017'de => 2017=2017
1994'ten beri => 1994=1994/..
2014 yılından bu yana => 2014 yılından=2014/..
Mayıs 1997'de => Mayıs 1997=1997-05
5 Aralık 2017 => 5 Aralık 2017=2017-12-05
05.12.2017 => 05.12.2017=2017-12-05
2018'in üçüncü çeyreğinde => 2018'in üçüncü çeyreğinde=2018-35
2018 yılının ilk yarısında => 2018 yılının ilk yarısında=2018-40
yılın ikinci yarısında => yılın ikinci yarısında=2019-41
Ocak-Eylül 2018 döneminde => Ocak-Eylül 2018=2018-01/2018-09
2018 yılının Ocak-Eylül döneminde => 2018 yılının Ocak-Eylül=2018-01/2018-09
geçen yıl => geçen yıl=2018
gelecek yıl => gelecek yıl=2020
geçen ay => geçen ay=2019-06
2020 yılı sonuna kadar => 2020 yılı=2020:late
2012-2017 yılları arasında => 2012-2017 yılları=2012/2017
21. yüzyılda => 21. yüzyılda=20XX
1990'larda => 1990'larda=199X
Haziran ayında => Haziran ayında=2019-06
2000 araç =>
2018 yazında => 2018 yazında=2018-22
Mart 2019'dan itibaren => Mart 2019=2019-03/..
1-7 Mayıs tarihleri arasında => 1-7 Mayıs=2019-05-01/2019-05-07
1990'ların başında => 1990'ların=199X:early
19. yüzyılın sonunda => 19. yüzyılın=18XX:late
2018 yılının Mayıs ayında => 2018 yılının Mayıs ayında=2018-05
2018 yılı Mayıs ayında => 2018 yılı Mayıs ayında=2018-05
2018 Mayıs'ında => 2018 Mayıs=2018-05
15 Temmuz 2019 Pazartesi => 15 Temmuz 2019 Pazartesi=2019-07-15
yılın ilk çeyreğinde => yılın ilk çeyreğinde=2019-33
bu yılın ilk yarısında => bu yılın ilk yarısında=2019-40
bu yılın ilk beş ayında => bu yılın ilk beş ayında=2019-01/2019-05
geçen yılın Aralık ayında => geçen yılın Aralık ayında=2018-12
Ocak ayından itibaren => Ocak ayından=2019-01/..
2030'a kadar => 2030=2030:by
2015-2018 döneminde => 2015-2018=2015/2018
2015 ile 2018 yılları arasında => 2015 ile 2018 yılları=2015/2018
1 Ocak 2019'dan itibaren => 1 Ocak 2019=2019-01-01/..
1 Ocak 2019 tarihinde => 1 Ocak 2019=2019-01-01
2000 kişi =>
bu ay => bu ay=2019-07
önümüzdeki yıl => önümüzdeki yıl=2020
bu hafta => bu hafta=2019-07-15/2019-07-21
bugün => bugün=2019-07-18
2020 sonuna kadar => 2020=2020:late
2018'den bu yana => 2018=2018/..
2019'un ikinci yarısında => 2019'un ikinci yarısında=2019-41
Mayıs'ta => Mayıs=2019-05
Ekim 2018 => Ekim 2018=2018-10
yılbaşında =>
2018 kışında => 2018 kışında=2018-24
@uk
п'ятого грудня 2017 року => п'ятого грудня 2017 року=2017-12-05
двадцять п’ятого травня => двадцять п’ятого травня=2019-05-25
5 грудня 2017 року => 5 грудня 2017 року=2017-12-05
05.12.2017 р. => 05.12.2017 р.=2017-12-05
12–15 жовтня 2017 року => 12–15 жовтня 2017 року=2017-10-12/2017-10-15
з 12 до 15 жовтня 2017 року => 12 до 15 жовтня 2017 року=2017-10-12/2017-10-15
у травні 2018-го => травні 2018-го=2018-05
у грудні минулого року => грудні минулого року=2018-12
торішнього грудня => торішнього грудня=2018-12
торік => торік=2018
цьогоріч => цьогоріч=2019
цього року => цього року=2019
наступного місяця => наступного місяця=2019-08
цього тижня => цього тижня=2019-07-15/2019-07-21
у третьому кварталі 2018 року => третьому кварталі 2018 року=2018-35
у IV кв. 2018 р. => IV кв. 2018 р.=2018-36
за перше півріччя 2018 року => перше півріччя 2018 року=2018-40
за дев'ять місяців 2018 року => дев'ять місяців 2018 року=2018-01/2018-09
за січень–травень 2018 року => січень–травень 2018 року=2018-01/2018-05
з 1994 року => 1994 року=1994/..
до 2025 року => 2025 року=../2025
2015–2018 рр. => 2015–2018 рр.=2015/2018
між 2015 і 2018 роками => 2015 і 2018 роками=2015/2018
у 2018/2019 навчальному році => 2018/2019 навчальному році=2018/2019
у 1990-х роках => 1990-х роках=199X
у дев'яностих роках => дев'яностих роках=199X
наприкінці XIX століття => XIX століття=18XX:late
у двадцять першому столітті => двадцять першому столітті=20XX
влітку 2018 року => влітку 2018 року=2018-22
взимку 2018/19 років => взимку 2018/19 років=2018-24
дві тисячі дев'ятнадцятого року => дві тисячі дев'ятнадцятого року=2019
з початку року => початку року=2019-01-01/2019-07-18
3 кВ =>
2000 гривень =>
2000 осіб =>
@kk
2018 ж. мамырдан 2019 ж. шілдеге дейін => 2018 ж. мамырдан 2019 ж. шілдеге=2018-05/2019-07
2018 жылғы сәуірдің бірінші жартысында => 2018 жылғы сәуірдің=2018-04
2019 жылғы 6 және 7 мамыр => 2019 жылғы 6=2019-05-06; 7 мамыр=2019-05-07
екі мың он тоғызыншы жылы => екі мың он тоғызыншы жылы=2019
өткен апта соңында =>
үш жыл бұрын => үш жыл бұрын=2016
2017 жылы => 2017 жылы=2017
1994 жылдан бастап => 1994 жылдан=1994/..
2025 жылға дейін => 2025 жылға=../2025
1997 жылғы мамырда => 1997 жылғы мамырда=1997-05
2017 жылғы 5 желтоқсанда => 2017 жылғы 5 желтоқсанда=2017-12-05
2018 жылдың үшінші тоқсанында => 2018 жылдың үшінші тоқсанында=2018-35
2018 жылдың бірінші жартысында => 2018 жылдың бірінші жартысында=2018-40
2018 жылдың алғашқы тоғыз айында => 2018 жылдың алғашқы тоғыз айында=2018-01/2018-09
2018 жылдың 9 айында => 2018 жылдың 9 айында=2018-01/2018-09
былтыр => былтыр=2018
биыл => биыл=2019
келесі жылы => келесі жылы=2020
мамыр айында => мамыр айында=2019-05
1990-жылдары => 1990-жылдары=199X
90-жылдары => 90-жылдары=199X
ХХІ ғасырда => ХХІ ғасырда=20XX
2018 жылдың соңына дейін => 2018 жылдың=../2018:late
5 желтоқсан => 5 желтоқсан=2019-12-05
2000 адам =>
05.12.2017 ж. => 05.12.2017 ж.=2017-12-05
2018 жылдың жазында => 2018 жылдың жазында=2018-22
2019 жылғы 1 қаңтардан бастап => 2019 жылғы 1 қаңтардан=2019-01-01/..
2019 жылдың қаңтарында => 2019 жылдың қаңтарында=2019-01
2018 жылғы қаңтар-мамыр айларында => 2018 жылғы қаңтар-мамыр айларында=2018-01/2018-05
өткен жылы => өткен жылы=2018
өткен жылдың желтоқсанында => өткен жылдың желтоқсанында=2018-12
осы жылы => осы жылы=2019
осы жылдың бірінші тоқсанында => осы жылдың бірінші тоқсанында=2019-33
2018 жылдың II тоқсанында => 2018 жылдың II тоқсанында=2018-34
2010-2015 жылдар аралығында => 2010-2015 жылдар=2010/2015
2010 жылдан 2015 жылға дейін => 2010 жылдан 2015 жылға=2010/2015
1997 жылдың мамыр айында => 1997 жылдың мамыр айында=1997-05
2017 жылғы 12-15 қазанда => 2017 жылғы 12-15 қазанда=2017-10-12/2017-10-15
XIX ғасырдың соңында => XIX ғасырдың=18XX:late
келесі айда => келесі айда=2019-08
осы аптада => осы аптада=2019-07-15/2019-07-21
2018 ж. => 2018 ж.=2018
2000 теңге =>
15 шілде 2019 жыл => 15 шілде 2019 жыл=2019-07-15
2030 жылы => 2030 жылы=2030
былтырғы жылы => былтырғы жылы=2018
1 маусымда => 1 маусымда=2019-06-01
жазда => жазда=2019-22
@zh
2018年4月上半月 => 2018年4月=2018-04
2018年第一和第二季度 => 2018年第一=2018-33; 第二季度=2018-34
2019年5月6日和7日 => 2019年5月6日=2019-05-06; 7日=2019-05-07
2018会计年度 => 2018会计年度=2018
1941–45年 => 1941–45年=1941/1945
2024年Q3 => 2024年Q3=2024-35
上周末 =>
两年前 => 两年前=2017
3个月前 => 3个月前=2019-04
2017年 => 2017年=2017
自1994年以来 => 1994年=1994/..
1997年5月 => 1997年5月=1997-05
2017年12月5日 => 2017年12月5日=2017-12-05
二〇一七年十二月五日 => 二〇一七年十二月五日=2017-12-05
2018年第三季度 => 2018年第三季度=2018-35
今年一季度 => 今年一季度=2019-33
2018年上半年 => 2018年上半年=2018-40
前三季度 => 前三季度=2019-01/2019-09
今年前9个月 => 今年前9个月=2019-01/2019-09
去年 => 去年=2018
明年5月 => 明年5月=2020-05
上个月 => 上个月=2019-06
2012—2017年 => 2012—2017年=2012/2017
从2012年到2017年 => 2012年到2017年=2012/2017
1月至9月 => 1月至9月=2019-01/2019-09
1至9月 => 1至9月=2019-01/2019-09
2018年底 => 2018年=2018:late
20世纪90年代 => 20世纪90年代=199X
上世纪90年代 => 上世纪90年代=199X
21世纪 => 21世纪=20XX
12月5日 => 12月5日=2019-12-05
5月份 => 5月份=2019-05
2000辆汽车 =>
3年 =>
2020年前 => 2020年=2020:by
2018年夏天 => 2018年夏天=2018-22
2017年12月5日至7日 => 2017年12月5日至7日=2017-12-05/2017-12-07
在5月 => 5月=2019-05
2018年1—9月 => 2018年1—9月=2018-01/2018-09
2018年一季度 => 2018年一季度=2018-33
第二季度 => 第二季度=2019-34
今年以来 => 今年=2019/..
去年底 => 去年=2018:late
2018年年底 => 2018年=2018:late
到2020年底 => 2020年=2020:late
2019年7月15日星期一 => 2019年7月15日星期一=2019-07-15
5月1日至3日 => 5月1日至3日=2019-05-01/2019-05-03
2010年至2015年 => 2010年至2015年=2010/2015
2010至2015年 => 2010至2015年=2010/2015
2017～2018年 => 2017～2018年=2017/2018
十九世纪末 => 十九世纪=18XX:late
九十年代 => 九十年代=199X
1990年代初 => 1990年代=199X:early
本月 => 本月=2019-07
明年上半年 => 明年上半年=2020-40
上半年 => 上半年=2019-40
今年5月份 => 今年5月份=2019-05
去年12月 => 去年12月=2018-12
7月 => 7月=2019-07
3个月 =>
5个月 =>
2019年春 => 2019年春=2019-21
2020年以前 => 2020年=2020:by
2000人 =>
一月至五月 => 一月至五月=2019-01/2019-05
2018年度 => 2018年度=2018
2018—2019年度 => 2018—2019年度=2018/2019
二十一世纪 => 二十一世纪=20XX
本世纪初 => 本世纪=20XX:early
10月1日前 => 10月1日=2019-10-01:by
十一月 => 十一月=2019-11
20世紀90年代 => 20世紀90年代=199X
從2012年到2017年 => 2012年到2017年=2012/2017
@ko
17년 3분기 => 17년 3분기=2017-35
2018년 4월 상반월 => 2018년 4월=2018-04
2018년 1분기와 2분기 => 2018년 1분기=2018-33; 2분기=2018-34
2017년 3사분기 => 2017년 3사분기=2017-35
1941~45년 => 1941~45년=1941/1945
지난 주말 =>
2년 전 => 2년 전=2017
2017년 => 2017년=2017
1994년부터 => 1994년=1994/..
1997년 5월 => 1997년 5월=1997-05
2017년 12월 5일 => 2017년 12월 5일=2017-12-05
2018년 3분기 => 2018년 3분기=2018-35
올해 상반기 => 올해 상반기=2019-40
올 1분기 => 올 1분기=2019-33
지난해 => 지난해=2018
지난해 12월 => 지난해 12월=2018-12
내년 => 내년=2020
지난달 => 지난달=2019-06
1990년대 => 1990년대=199X
21세기 => 21세기=20XX
2012~2017년 => 2012~2017년=2012/2017
2012년부터 2017년까지 => 2012년부터 2017년=2012/2017
1월부터 9월까지 => 1월부터 9월=2019-01/2019-09
2018년 말까지 => 2018년=2018:late
12월 5일 => 12월 5일=2019-12-05
2018년 여름 => 2018년 여름=2018-22
2000대 =>
3년 =>
2018년 1∼9월 => 2018년 1∼9월=2018-01/2018-09
5월에 => 5월=2019-05
2018년 1월~9월 => 2018년 1월~9월=2018-01/2018-09
지난해 1~9월 => 지난해 1~9월=2018-01/2018-09
올해 1분기 => 올해 1분기=2019-33
2분기 => 2분기=2019-34
2018년 2분기 => 2018년 2분기=2018-34
내년 상반기 => 내년 상반기=2020-40
지난해 말 => 지난해=2018:late
올해 말까지 => 올해=2019:late
2019년 7월 15일(월) => 2019년 7월 15일(월)=2019-07-15
5월 1~3일 => 5월 1~3일=2019-05-01/2019-05-03
2010~2015년 => 2010~2015년=2010/2015
2010년에서 2015년까지 => 2010년에서 2015년=2010/2015
19세기 말 => 19세기=18XX:late
1990년대 초 => 1990년대=199X:early
이달 => 이달=2019-07
다음 달 => 다음 달=2019-08
지난달 5일 => 지난달=2019-06
이번 주 => 이번 주=2019-07-15/2019-07-21
2018년 이후 => 2018년=2018/..
2018년 5월 이후 => 2018년 5월=2018-05/..
3개월 =>
2000명 =>
2020년 말까지 => 2020년=2020:late
2018년도 => 2018년도=2018
7월 => 7월=2019-07
2017. 12. 5. => 2017. 12. 5.=2017-12-05
2017.12.05 => 2017.12.05=2017-12-05
@ja
2017年12月5日 => 2017年12月5日=2017-12-05
二〇一七年十二月五日 => 二〇一七年十二月五日=2017-12-05
千九百九十五年 => 千九百九十五年=1995
令和6年4月1日 => 令和6年4月1日=2024-04-01
令和元年5月 => 令和元年5月=2019-05
平成三十年度 => 平成三十年度=2018
昭和39年 => 昭和39年=1964
明治三十年代 =>
5月6日（月） => 5月6日（月）=2019-05-06
5月6日から8日まで => 5月6日から8日=2019-05-06/2019-05-08
2019年4月26日〜5月6日 => 2019年4月26日〜5月6日=2019-04-26/2019-05-06
2018年1〜9月 => 2018年1〜9月=2018-01/2018-09
4～6月期 => 4～6月期=2019-04/2019-06
2018年第3四半期 => 2018年第3四半期=2018-35
今年上半期 => 今年上半期=2019-40
2018年3月期 => 2018年3月期=2017-04/2018-03
18年12月期 => 18年12月期=2018-01/2018-12
2018年度第1四半期 => 2018年度=2018
2010年から2015年まで => 2010年から2015年=2010/2015
2018～20年度 => 2018～20年度=2018/2020
1914～18年 => 1914～18年=1914/1918
2018年以降 => 2018年=2018/..
2025年までに => 2025年=2025:by
2025年まで => 2025年=../2025
昨年末 => 昨年=2018:late
来年春 => 来年春=2020-21
再来年 => 再来年=2021
先月 => 先月=2019-06
今週 => 今週=2019-07-15/2019-07-21
1990年代後半 => 1990年代=199X:late
20世紀初頭 => 20世紀=19XX:early
先週末 =>
3年 =>
2000人 =>
@pl
od stycznia do września 2018 r. => stycznia do września 2018 r.=2018-01/2018-09
w dniach 5–7 grudnia 2018 r. => 5–7 grudnia 2018 r.=2018-12-05/2018-12-07
między 4 marca a 8 maja 2019 r. => 4 marca a 8 maja 2019 r.=2019-03-04/2019-05-08
między 2005 a 2012 rokiem => 2005 a 2012=2005/2012
w latach 2014–2020 => latach 2014–2020=2014/2020
w latach 90. XX wieku => latach 90. XX wieku=199X
w latach dziewięćdziesiątych ubiegłego wieku => latach dziewięćdziesiątych ubiegłego wieku=199X
roku tysiąc dziewięćset piątego => roku tysiąc dziewięćset piątego=1905
piątego maja dwa tysiące pierwszego roku => piątego maja dwa tysiące pierwszego roku=2001-05-05
W I kwartale 2019 r. => I kwartale 2019 r.=2019-33
w drugim półroczu 2018 r. => drugim półroczu 2018 r.=2018-41
w ciągu dziewięciu miesięcy 2018 r. => dziewięciu miesięcy 2018 r.=2018-01/2018-09
po 2018 roku => 2018 roku=2018:after
w zeszłym roku => zeszłym roku=2018
w tym miesiącu => tym miesiącu=2019-07
Dziesięć lat temu => Dziesięć lat temu=2009
pod koniec 2018 roku => 2018 roku=2018:late
Do 2030 roku plan ma wzrosnąć. => 2030 roku=2030:by
w XVII i XVIII wieku => XVII=16XX; XVIII wieku=17XX
w roku szkolnym 2018/2019 => roku szkolnym 2018/2019=2018/2019
Zbudowano 2000 mieszkań i 2017 domów. =>

@fr
le lundi 3 mars 2014 => lundi 3 mars 2014=2014-03-03
du 28 mars au 3 avril 2017 => 28 mars au 3 avril 2017=2017-03-28/2017-04-03
les 3 et 4 mars 2017 => 3=2017-03-03; 4 mars 2017=2017-03-04
entre le 3 et le 7 mars 2017 => 3 et le 7 mars 2017=2017-03-03/2017-03-07
entre mai et août 2018 => mai et août 2018=2018-05/2018-08
de janvier à septembre => janvier à septembre=2019-01/2019-09
les 9 premiers mois de l'année => 9 premiers mois de l'année=2019-01/2019-09
les neuf premiers mois de 2017 => neuf premiers mois de 2017=2017-01/2017-09
au 1er trimestre de 2017 => 1er trimestre de 2017=2017-33
au T3 2018 => T3 2018=2018-35
les deuxième et troisième trimestres 2017 => deuxième=2017-34; troisième trimestres 2017=2017-35
au second semestre de l'année en cours => second semestre de l'année en cours=2019-41
la première moitié de 2016 => première moitié de 2016=2016-40
l'an dernier ou l'an prochain => an dernier=2018; an prochain=2020
le mois prochain => mois prochain=2019-08
la semaine dernière => semaine dernière=2019-07-08/2019-07-14
en mai dernier => mai dernier=2019-05
en décembre dernier => décembre dernier=2018-12
le 25 juillet dernier => 25 juillet dernier=2018-07-25
le 10 juillet dernier => 10 juillet dernier=2019-07-10
en mars prochain => mars prochain=2020-03
en septembre prochain => septembre prochain=2019-09
l'été dernier et le printemps prochain => été dernier=2018-22; printemps prochain=2020-21
l'hiver dernier => hiver dernier=2018-24
En 2015, contre 5 l'année précédente. => 2015=2015; année précédente=2014
l'exercice 2017-2018 => exercice 2017-2018=2017/2018
les années 90 et les années soixante => années 90=199X; années soixante=196X
aux XVIIIe et XIXe siècles => XVIIIe=17XX; XIXe siècles=18XX
au dix-neuvième siècle et au siècle dernier => dix-neuvième siècle=18XX; siècle dernier=19XX
il y a deux ans => il y a deux ans=2017
depuis le début de l'année => début de l'année=2019-01-01/2019-07-18
d'ici fin 2021 => 2021=2021:late
à la fin du mois de juin 2018 => juin 2018=2018-06:late
à la mi-mars 2020 => mars 2020=2020-03:mid
jusqu'en 2027 => 2027=../2027
à l'horizon 2030 => 2030=2030:by
Les sept péchés et 2017 logements sont là. =>
le mois précédent =>
"""


def rows() -> list[tuple[str, str, list[tuple[str, str, str | None]]]]:
    """Return language, text and the expected quotes, EDTF strings and mods."""
    found = []
    language = ""
    for line in ROWS.strip().splitlines():
        if line.startswith("@"):
            language = line[1:]
            continue
        text, _, expected = line.partition(" =>")
        mentions: list[tuple[str, str, str | None]] = []
        for each in filter(None, (part.strip() for part in expected.split(";"))):
            quote, _, value = each.rpartition("=")
            edtf, _, mod = value.partition(":")
            mentions.append((quote, edtf, mod or None))
        found.append((language, text, mentions))
    return found


def mentioned(
    text: str, language: str, anchor: dt.date | None = ANCHOR, previous: Period | None = None
) -> list[PeriodReading]:
    """Return the periods of a text, from left to right."""
    own = lexicon(language)
    assert own is not None
    lowered = prepared(text)
    places = [match.start() for match in TOKEN.finditer(lowered)] if own.words else []
    found: list[PeriodReading] = []
    end = 0
    for pos in places or range(len(lowered)):
        reading = periods_at(text, lowered, pos, own, anchor, previous) if pos >= end else None
        if reading is not None:
            found += [reading] if reading.also is None else [reading, reading.also]
            end = max(found[-1].end, found[-1].reach)
            previous = previous if reading.minor else found[-1].value
    return found


@pytest.mark.parametrize(("language", "text", "expected"), rows())
def test_a_text_mentions_these_periods(
    language: str, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = [
        (text[each.start : each.end], each.value.edtf, each.mod)
        for each in mentioned(text, language)
    ]

    assert expected == found


def whole_rows() -> list[tuple[str, str, str]]:
    """Return the rows whose text is a period, or a word and a period, and its EDTF string."""
    return [
        (language, text, expected[0][1])
        for language, text, expected in rows()
        if len(expected) == 1 and expected[0][0] in (text, text.split(" ", 1)[-1])
    ]


@pytest.mark.parametrize(("language", "text", "edtf"), whole_rows())
def test_a_text_that_is_one_period_is_read_whole(language: str, text: str, edtf: str) -> None:
    assert edtf == read_period(text, language, ANCHOR).edtf


@pytest.mark.parametrize("text", ["2001-2016", "2001–2016", "2001—2016"])
@pytest.mark.parametrize("language", ["ru", "en", "be", "kk", "tr", "de"])
def test_years_that_may_need_a_cue_in_running_text_need_none_alone(
    language: str, text: str
) -> None:
    assert "2001/2016" == read_period(text, language).edtf


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("ru", "в этом году", "XXXX"),
        ("ru", "в прошлом месяце", "XXXX-XX"),
        ("ru", "5 декабря", "XXXX-12-05"),
        ("ru", "в декабре прошлого года", "XXXX-12"),
        ("ru", "за 10 месяцев текущего года", "XXXX-01/XXXX-10"),
        ("en", "yesterday", "XXXX-XX-XX"),
        ("en", "in the second quarter", "XXXX-34"),
        ("en", "a year earlier", "XXXX"),
        ("zh", "去年", "XXXX"),
        ("ko", "지난달", "XXXX-XX"),
        ("ja", "来年度", "XXXX"),
        ("ja", "先月", "XXXX-XX"),
    ],
)
def test_a_relative_period_stays_open_without_an_anchor(
    language: str, text: str, edtf: str
) -> None:
    (found,) = mentioned(text, language, anchor=None)

    assert (edtf, None, None) == (found.value.edtf, found.value.start, found.value.end)


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "same period of last year", "2016-01/2016-09"),
        ("en", "a year earlier", "2016-01/2016-09"),
        ("ru", "за аналогичный период прошлого года", "2016-01/2016-09"),
        ("ru", "годом ранее", "2016-01/2016-09"),
        ("ru", "за аналогичный период 2015 года", "2015-01/2015-09"),
        ("tr", "geçen yılın aynı dönemine", "2016-01/2016-09"),
        ("de", "im Vorjahreszeitraum", "2016-01/2016-09"),
        ("zh", "去年同期", "2016-01/2016-09"),
        ("ko", "전년 동기", "2016-01/2016-09"),
        ("ja", "前年同期", "2016-01/2016-09"),
    ],
)
def test_the_same_period_of_another_year_is_that_of_the_last_mention(
    language: str, text: str, edtf: str
) -> None:
    before = Period.from_edtf("2017-01/2017-09")

    (found,) = mentioned(text, language, anchor=None, previous=before)

    assert edtf == found.value.edtf


@pytest.mark.parametrize(
    ("anchor", "text", "edtf"),
    [
        (dt.date(2018, 1, 10), "28 декабря подписан договор", "2017-12-28"),
        (dt.date(2017, 12, 20), "15 января состоится форум", "2018-01-15"),
        (dt.date(2020, 5, 14), "14 апреля были утверждены условия", "2020-04-14"),
        (dt.date(2018, 2, 20), "в декабре выпущено", "2017-12"),
    ],
)
def test_a_date_without_a_year_is_near_the_text_and_follows_the_sense(
    anchor: dt.date, text: str, edtf: str
) -> None:
    (found,) = mentioned(text, "ru", anchor)

    assert edtf == found.value.edtf


def test_a_deadline_is_read_by_the_sense_of_its_clause() -> None:
    valid, goal = "Контракт действует до 2030 года", "До 2030 года планируется выпустить 5 моделей"

    assert ["../2030", None] == [
        mentioned(valid, "ru")[0].value.edtf,
        mentioned(valid, "ru")[0].mod,
    ]
    assert ["2030", "by"] == [mentioned(goal, "ru")[0].value.edtf, mentioned(goal, "ru")[0].mod]


@given(text=st.text(max_size=60), language=st.sampled_from(WORDED))
def test_any_text_is_searched_without_an_error(text: str, language: str) -> None:
    for found in mentioned(text, language):
        assert 0 <= found.start < found.end <= len(text)


@given(
    text=st.lists(
        st.sampled_from(WORDS),
        max_size=14,
    ).map(" ".join)
)
def test_any_order_of_words_gives_periods_that_do_not_overlap(text: str) -> None:
    found = mentioned(text, "ru")

    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.value == Period.from_edtf(one.value.edtf) for one in found)


def phrases_of(language: str) -> list[str]:
    """Return the words that a language's patterns know, and some digits and marks."""
    own = lexicon(language)
    assert own is not None
    return [
        *own.names.table,
        *own.before.rows,
        *own.after.rows,
        *WORDS,
        "0",
        "99",
        "9999",
        "٣",
        "½",
        "\n",
    ]


@given(
    parts=st.sampled_from(WORDED).flatmap(
        lambda language: st.tuples(
            st.just(language), st.lists(st.sampled_from(phrases_of(language)), max_size=6)
        )
    ),
    anchor=st.sampled_from([None, ANCHOR, dt.date.min, dt.date.max]),
    joint=st.sampled_from(["", " "]),
)
def test_any_words_are_read_or_refused(
    parts: tuple[str, list[str]], anchor: dt.date | None, joint: str
) -> None:
    language, words = parts
    try:
        got = [read_period(joint.join(words), language, anchor)]
    except AmbiguousTextError as err:
        got = list(err.candidates)
    except UnreadableTextError:
        got = []

    assert got == [Period.from_edtf(period.edtf) for period in got]


@pytest.mark.parametrize("language", WORDED)
@pytest.mark.parametrize("unit", ["2017 ", "2017-", "5.", "( ", "1月", "с мая по ", "in ", "年"])
def test_the_time_at_a_place_does_not_grow_with_the_text(language: str, unit: str) -> None:
    own = lexicon(language)
    assert own is not None
    text = prepared((unit * 200_000)[:200_000])
    start = time.process_time()
    for pos in range(0, len(text), 1000):
        periods_at(text, text, pos, own, ANCHOR)

    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    "text", ["2000 машин", "к 2025 году и", "мае 31", "5 декабрь 20177", "", "ко"]
)
def test_what_is_more_or_less_than_a_period_is_refused(text: str) -> None:
    with pytest.raises(UnreadableTextError):
        read_period(text, "ru")
